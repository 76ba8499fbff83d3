import { type Act, http, type Page } from "./http";
import type {
  Answers,
  Application,
  ApplicationSummary,
  Attachment,
  ConstructionEntry,
  FieldReason,
  Institution,
  InstitutionSummary,
  Pack,
  PackSummary,
  Recommendation,
  RecommendationList,
  WorkingDayCalendar,
} from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

export const registry = {
  policies: () => http.get<{ items: PackSummary[] }>(`${root}/policies`),
  policy: (programme: string, on?: string) => http.get<Pack>(`${root}/policies/${programme}`, { on }),

  applications: (query: Query) => http.get<Page<ApplicationSummary>>(`${root}/applications`, query),
  application: (id: string) => http.getVersioned<Application>(`${root}/applications/${id}`),
  /** With an institution: for the recognition of that body under construction, prefilled from what it filed before. */
  startApplication: (programme: string, of: { institutionId?: string; callId?: string }, act: Act) =>
    http.post<Application>(`${root}/applications`, { programme, ...of }, act),
  saveAnswers: (id: string, answers: Answers, etag: string | null) =>
    http.put<Application>(`${root}/applications/${id}`, { answers }, etag),
  attach: (id: string, field: string, file: File) =>
    http.upload<Attachment>(`${root}/applications/${id}/attachments`, file, { field }),
  detach: (id: string, attachmentId: string) =>
    http.remove<Application>(`${root}/applications/${id}/attachments/${attachmentId}`),
  attachmentAddress: (id: string) => `${root}/attachments/${id}`,
  submitApplication: (id: string, act: Act) => http.post<Application>(`${root}/applications/${id}/submit`, {}, act),
  withdrawApplication: (id: string, reason: string, act: Act) =>
    http.post<Application>(`${root}/applications/${id}/withdraw`, { reason }, act),
  returnApplication: (id: string, reasons: FieldReason[], act: Act) =>
    http.post<Application>(`${root}/applications/${id}/return`, { reasons }, act),
  refuseApplication: (id: string, reason: string, act: Act) =>
    http.post<Application>(`${root}/applications/${id}/refuse`, { reason }, act),
  enterConstruction: (id: string, entry: ConstructionEntry, act: Act) =>
    http.post<Institution>(`${root}/applications/${id}/enter-construction`, entry, act),

  answerCondition: (id: string, condition: string, answer: { met: boolean; reason: string }, act: Act) =>
    http.post<Application>(`${root}/applications/${id}/examination/${condition}`, answer, act),

  recommendationLists: (query: Query) => http.get<Page<RecommendationList>>(`${root}/recommendation-lists`, query),
  recommend: (list: Recommendation, act: Act) => http.post<RecommendationList>(`${root}/recommendation-lists`, list, act),

  calendars: () => http.get<{ items: WorkingDayCalendar[] }>(`${root}/calendars`),
  enterCalendar: (content: string, act: Act) => http.post<WorkingDayCalendar>(`${root}/calendars`, { content }, act),

  institutions: (query: Query) => http.get<Page<InstitutionSummary>>(`${root}/institutions`, query),
  institution: (id: string) => http.get<Institution>(`${root}/institutions/${id}`),
};
