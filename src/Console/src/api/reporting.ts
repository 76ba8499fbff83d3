import { type Act, http, type Page } from "./http";
import type {
  Analysis,
  Answers,
  Evaluation,
  EvaluationDetail,
  EvaluationRound,
  EvaluationRoundDetail,
  Monitoring,
  PeriodicReport,
  PeriodicReportDetail,
  Review,
  ReviewDetail,
  Targets,
} from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

export type Correction = { grade: string; justification: string; documentNumber: string };
export type Grading = { grade: string; justification: string };
/** Who evaluates, by which document (ZS-18). */
export type Commission = { thirdPartyName: string; thirdPartyCode: string; documentNumber: string };
export type ReportDraft = { sections: Record<string, string>; indicators: Answers };

export const reporting = {
  reviews: (query: Query) => http.get<Page<Review>>(`${root}/reviews`, query),
  review: (id: string) => http.get<ReviewDetail>(`${root}/reviews/${id}`),
  grade: (id: string, grade: Grading, act: Act) => http.post<Review>(`${root}/reviews/${id}/grade`, grade, act),
  publish: (id: string, documentNumber: string, act: Act) =>
    http.post<Review>(`${root}/reviews/${id}/publish`, { documentNumber }, act),
  correct: (id: string, correction: Correction, act: Act) => http.post<Review>(`${root}/reviews/${id}/correct`, correction, act),

  rounds: (query: Query) => http.get<Page<EvaluationRound>>(`${root}/evaluation-rounds`, query),
  round: (id: string) => http.get<EvaluationRoundDetail>(`${root}/evaluation-rounds/${id}`),
  publishRound: (id: string, documentNumber: string, evaluations: { id: string; version: number }[], act: Act) =>
    http.post<EvaluationRoundDetail>(`${root}/evaluation-rounds/${id}/publish`, { documentNumber, evaluations }, act),
  evaluations: (query: Query) => http.get<Page<Evaluation>>(`${root}/evaluations`, query),
  evaluation: (id: string) => http.get<EvaluationDetail>(`${root}/evaluations/${id}`),
  commission: (id: string, commission: Commission, act: Act) =>
    http.post<Evaluation>(`${root}/evaluations/${id}/commission`, commission, act),
  gradeEvaluation: (id: string, grade: Grading, act: Act) => http.post<Evaluation>(`${root}/evaluations/${id}/grade`, grade, act),
  publishEvaluation: (id: string, documentNumber: string, act: Act) =>
    http.post<Evaluation>(`${root}/evaluations/${id}/publish`, { documentNumber }, act),
  openReEvaluation: (again: Commission & { institutionId: string }, act: Act) =>
    http.post<Evaluation>(`${root}/re-evaluations`, again, act),

  reports: (query: Query) => http.get<Page<PeriodicReport>>(`${root}/periodic-reports`, query),
  report: (id: string) => http.get<PeriodicReportDetail>(`${root}/periodic-reports/${id}`),
  saveReport: async (id: string, draft: ReportDraft, version: number) =>
    (await http.put<PeriodicReportDetail>(`${root}/periodic-reports/${id}`, draft, `"${version}"`)).value,
  submitReport: (id: string, act: Act) => http.post<PeriodicReportDetail>(`${root}/periodic-reports/${id}/submit`, {}, act),
  returnReport: (id: string, reason: string, act: Act) =>
    http.post<PeriodicReportDetail>(`${root}/periodic-reports/${id}/return`, { reason }, act),
  acceptReport: (id: string, act: Act) => http.post<PeriodicReportDetail>(`${root}/periodic-reports/${id}/accept`, {}, act),

  monitoring: (query: Query) => http.get<Monitoring>(`${root}/monitoring`, query),
  analyses: (query: Query) => http.get<Page<Analysis>>(`${root}/monitoring/analyses`, query),
  recordAnalysis: (analysis: { programme: string; year: number; round: number; text: string }, act: Act) =>
    http.post<Analysis>(`${root}/monitoring/analyses`, analysis, act),

  targets: (query: Query) => http.get<Targets>(`${root}/targets`, query),
};
