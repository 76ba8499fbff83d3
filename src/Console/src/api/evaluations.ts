import { type Act, http, type Page } from "./http";
import type { Day, Reporting } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

/** An indicator of a pack's system; the weights of all come to 100. */
export type Indicator = Reporting["ScoredIndicator"];
/** Who judges; a round that nobody has ordered yet has none. */
export type Judge = NonNullable<Reporting["EvaluationJudge"]>;
/** What a pack says of an evaluation; its subjects are `institution`, `named`, or the register whose entries are named. */
export type Scheme = Omit<Reporting["PackEvaluation"], "judges"> & { judges: Judge[] };
export type Scoring = Reporting["Scoring"];

/** Scores are whole hundredths of a point, as the service keeps them; those of an indicator whole points. */
export type Evaluation = Reporting["EvaluationView"];
export type EvaluationStep = Reporting["EvaluationStepView"];
export type EvaluationDetail = Reporting["EvaluationDetail"];

export type EvaluationRound = Reporting["RoundView"];
export type SheetProgress = Reporting["SheetProgress"];
export type Drawing = Reporting["DrawingView"];
export type EvaluationRoundDetail = Reporting["RoundDetail"];

export type IndicatorScore = Reporting["IndicatorScore"];
export type EvaluationSheet = Reporting["ScoreSheetView"];

export type Moderation = Reporting["ModerationView"];
export type ScoreReport = Reporting["ScoreReportView"];

/** What the grades come to in money before they are published (ZS-06). */
export type MoneyPreview = Reporting["MoneyPreview"];

/** A yearly evaluation whose year is over and that is not published yet (EI-09, SD-06, SD-08). */
export type DueEvaluation = Reporting["DueEvaluation"];

export type EvaluationObjection = Reporting["ObjectionView"];

export type RoundOpening = {
  programme: string;
  year: number;
  documentNumber: string;
  evaluation?: string;
  thirdPartyName?: string;
  thirdPartyCode?: string;
  bodies?: { name: string; code: string }[];
};
export type Minutes = { documentNumber: string; heldOn: Day; present: string[]; scoreHundredths: number; reason: string };
export type ObjectionDecision = {
  upheld: boolean;
  reason: string;
  documentNumber: string;
  scoreHundredths?: number;
  grade?: string;
};

export const scoring = {
  due: () => http.get<Page<DueEvaluation>>(`${root}/evaluation-rounds/due`),
  openRound: (round: RoundOpening, act: Act) => http.post<EvaluationRoundDetail>(`${root}/evaluation-rounds`, round, act),
  appoint: (roundId: string, appointment: { experts: string[]; draw?: number; evaluationId?: string }, act: Act) =>
    http.post<EvaluationRoundDetail>(`${root}/evaluation-rounds/${roundId}/experts`, appointment, act),
  conclude: (roundId: string, act: Act) =>
    http.post<EvaluationRoundDetail>(`${root}/evaluation-rounds/${roundId}/conclude`, {}, act),
  money: (roundId: string) => http.get<MoneyPreview>(`${root}/evaluation-rounds/${roundId}/money-preview`),

  sheets: (query: Query) => http.get<Page<EvaluationSheet>>(`${root}/score-sheets`, query),
  sheet: (id: string) => http.get<EvaluationSheet>(`${root}/score-sheets/${id}`),
  score: (id: string, scores: IndicatorScore[], act: Act) =>
    http.post<EvaluationSheet>(`${root}/score-sheets/${id}/score`, { scores }, act),
  recuse: (id: string, reason: string, act: Act) =>
    http.post<EvaluationSheet>(`${root}/score-sheets/${id}/recuse`, { reason }, act),

  report: (evaluationId: string) => http.get<ScoreReport>(`${root}/evaluations/${evaluationId}/score-report`),
  moderate: (evaluationId: string, minutes: Minutes, act: Act) =>
    http.post<Evaluation>(`${root}/evaluations/${evaluationId}/moderation`, minutes, act),
  closeModeration: (evaluationId: string, how: "confirm" | "reject", act: Act) =>
    http.post<Evaluation>(`${root}/evaluations/${evaluationId}/moderation/${how}`, {}, act),

  objections: (query: Query) => http.get<Page<EvaluationObjection>>(`${root}/evaluation-objections`, query),
  object: (evaluationId: string, statement: string, act: Act) =>
    http.post<EvaluationObjection>(`${root}/evaluations/${evaluationId}/objections`, { statement }, act),
  decide: (objectionId: string, decision: ObjectionDecision, act: Act) =>
    http.post<EvaluationObjection>(`${root}/evaluation-objections/${objectionId}/decide`, decision, act),
};
