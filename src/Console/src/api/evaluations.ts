import type { Text } from "../shell/text";
import { type Act, http, type Page } from "./http";
import type { Day, Instant, Sheet } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

/** An indicator of a pack's system; the weights of all come to 100. */
export type Indicator = { name: string; label: Text; weight: number; transfer: boolean };

/** What a pack says of an evaluation. */
export type Scheme = {
  name: string;
  label: Text;
  kind: "bodies" | "carriers" | "universities" | "units";
  /** `institution`, `named`, or the register whose entries are named. */
  subjects: string;
  judges: Judge[];
  scoring: Scoring | null;
  objection: string | null;
  promotes: string | null;
  document: { register: string } | null;
};
export type Judge = "third-party" | "experts";
export type Scoring = {
  indicators: Indicator[];
  lowest: number;
  highest: number;
  experts: number;
  dispersion: number | null;
  furtherExperts: number;
  moderation: number | null;
  grades: { grade: string; from: number }[];
};

/** Scores are whole hundredths of a point, as the service keeps them; those of an indicator whole points. */
export type Evaluation = {
  id: string;
  roundId: string | null;
  institutionId: string;
  institutionName: string;
  district: string;
  programme: string;
  kind: "yearly" | "re-evaluation";
  year: number;
  scheme: string;
  named: boolean;
  institutionCode: string;
  thirdPartyName: string | null;
  thirdPartyCode: string | null;
  commissionNumber: string;
  recused: boolean;
  status: "due" | "graded" | "published" | "closed";
  grade: string | null;
  score: number | null;
  underModeration: boolean;
  publishedGrade: string | null;
  publishedScore: number | null;
  publishedOn: Day | null;
  publicationNumber: string | null;
  publications: number;
  closedOn: Day | null;
  version: number;
};
export type EvaluationStep = { what: string; grade: string | null; reason: string; byName: string | null; at: Instant };
export type EvaluationDetail = { evaluation: Evaluation; steps: EvaluationStep[] };

export type EvaluationRound = {
  id: string;
  programme: string;
  year: number;
  scheme: string;
  title: Text;
  judge: Judge;
  thirdPartyName: string | null;
  thirdPartyCode: string | null;
  documentNumber: string;
  indicatorSystem: string | null;
  indicatorSystemFrom: Day | null;
  openedOn: Day;
  openedByName: string;
  bodies: number;
  due: number;
  graded: number;
  published: number;
  closed: number;
  version: number;
};
export type SheetProgress = {
  evaluationId: string;
  sheetId: string;
  expertName: string;
  organisationName: string | null;
  isFurther: boolean;
  status: "open" | "scored" | "recused";
  recusalGround: string | null;
  recusalReason: string | null;
  total: number | null;
  version: number;
};
export type Drawing = {
  evaluationId: string | null;
  seed: string;
  pool: string[];
  leftOut: number;
  drawn: string[];
  at: Instant;
  byName: string;
};
export type EvaluationRoundDetail = {
  round: EvaluationRound;
  evaluations: Evaluation[];
  scheme: Scheme;
  sheets: SheetProgress[];
  dispersed: string[];
  places: { evaluationId: string; rank: number }[];
  drawings: Drawing[];
};

export type IndicatorScore = { indicator: string; score: number; justification: string };
export type EvaluationSheet = {
  id: string;
  evaluationId: string;
  roundId: string;
  programme: string;
  year: number;
  title: Text;
  institutionId: string;
  institutionName: string;
  institutionCode: string;
  named: boolean;
  locked: boolean;
  status: "open" | "scored" | "recused";
  firstSpread: number | null;
  lowest: number;
  highest: number;
  dispersion: number | null;
  indicators: Indicator[];
  scores: IndicatorScore[];
  total: number | null;
  scoredAt: Instant | null;
  recusalGround: string | null;
  recusalReason: string | null;
  version: number;
};

export type Moderation = {
  id: string;
  documentNumber: string;
  heldOn: Day;
  present: string[];
  fromScore: number;
  fromGrade: string;
  toScore: number;
  toGrade: string;
  reason: string;
  status: "proposed" | "confirmed" | "rejected";
  proposedByName: string;
  closedByName: string | null;
};
export type ScoreReport = {
  evaluation: Evaluation;
  title: Text;
  indicators: Indicator[];
  sheets: { number: number; expertName: string | null; isFurther: boolean; total: number; scores: IndicatorScore[] }[];
  recused: number;
  moderations: Moderation[];
  sheet: Sheet;
};

/** What the grades come to in money before they are published (ZS-06). */
export type MoneyPreview = {
  serves: boolean;
  answered: boolean;
  items: {
    evaluationId: string;
    institutionName: string;
    grade: string;
    paidFen: number;
    entitledFen: number | null;
    clawbackFen: number | null;
    entitledBeforeFen: number | null;
    refusedZh: string | null;
    refusedEn: string | null;
  }[];
};

export type EvaluationObjection = {
  id: string;
  evaluationId: string;
  institutionName: string;
  programme: string;
  year: number;
  statement: string;
  filedOn: Day;
  lastDay: Day;
  filedByName: string;
  status: "open" | "upheld" | "turned-down";
  decision: string | null;
  documentNumber: string | null;
  decidedOn: Day | null;
  decidedByName: string | null;
  version: number;
};

export type RoundOpening = {
  programme: string;
  year: number;
  documentNumber: string;
  evaluation?: string;
  thirdPartyName?: string;
  thirdPartyCode?: string;
  bodies?: { name: string; code: string }[];
};
export type ExpertLine = { subject: string; name: string; organisationCode?: string | null; organisationName?: string | null };
export type Minutes = { documentNumber: string; heldOn: Day; present: string[]; scoreHundredths: number; reason: string };
export type ObjectionDecision = {
  upheld: boolean;
  reason: string;
  documentNumber: string;
  scoreHundredths?: number;
  grade?: string;
};

export const scoring = {
  openRound: (round: RoundOpening, act: Act) => http.post<EvaluationRoundDetail>(`${root}/evaluation-rounds`, round, act),
  appoint: (roundId: string, appointment: { experts: ExpertLine[]; draw?: number; evaluationId?: string }, act: Act) =>
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
