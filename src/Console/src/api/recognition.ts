import { type Act, http, type Page } from "./http";
import type {
  Announcement,
  AnnouncementRequest,
  Appointment,
  Certificate,
  Enrolment,
  Expert,
  Notice,
  NoticePosting,
  Objection,
  ObjectionDecision,
  PublicNotice,
  Score,
  ScoreSheet,
  Selection,
  SelectionDecision,
  SelectionOpening,
  SelectionSummary,
} from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** From the county's list to the announcement: experts, selections, notices (ZS-15…17, ZS-26). */
export const recognition = {
  experts: (query: Query) => http.get<Page<Expert>>(`${root}/experts`, query),
  enrol: (enrolment: Enrolment, act: Act) => http.post<Expert>(`${root}/experts`, enrolment, act),

  selections: (query: Query) => http.get<Page<SelectionSummary>>(`${root}/selections`, query),
  selection: (id: string) => http.get<Selection>(`${root}/selections/${id}`),
  openSelection: (opening: SelectionOpening, act: Act) => http.post<Selection>(`${root}/selections`, opening, act),
  concludeSelection: (id: string, act: Act) => http.post<Selection>(`${root}/selections/${id}/conclude`, {}, act),
  decideSelection: (id: string, decision: SelectionDecision, act: Act) =>
    http.post<Selection>(`${root}/selections/${id}/decide`, decision, act),

  appoint: (id: string, appointment: Appointment, act: Act) =>
    http.post<Selection>(`${root}/selections/${id}/experts`, appointment, act),
  thirdOpinion: (id: string, applicationId: string, appointment: Appointment, act: Act) =>
    http.post<Selection>(`${root}/selections/${id}/third-opinions`, { applicationId, ...appointment }, act),

  scoreSheets: (query: Query) => http.get<Page<ScoreSheet>>(`${root}/score-sheets`, query),
  scoreSheet: (id: string) => http.get<ScoreSheet>(`${root}/score-sheets/${id}`),
  recuse: (id: string, reason: string, act: Act) => http.post<ScoreSheet>(`${root}/score-sheets/${id}/recuse`, { reason }, act),
  score: (id: string, score: Score, act: Act) => http.post<ScoreSheet>(`${root}/score-sheets/${id}/score`, score, act),

  notices: (query: Query) => http.get<Page<PublicNotice>>(`${root}/notices`, query),
  notice: (id: string) => http.get<Notice>(`${root}/notices/${id}`),
  postNotice: (notice: NoticePosting, act: Act) => http.post<Notice>(`${root}/notices`, notice, act),
  objections: (query: Query) => http.get<Page<Objection>>(`${root}/objections`, query),
  verifyObjection: (id: string, findings: string, act: Act) =>
    http.post<Objection>(`${root}/objections/${id}/verify`, { findings }, act),
  decideObjection: (id: string, decision: ObjectionDecision, act: Act) =>
    http.post<Objection>(`${root}/objections/${id}/decide`, decision, act),

  announcements: (query: Query) => http.get<Page<Announcement>>(`${root}/announcements`, query),
  announcement: (id: string) => http.get<Announcement>(`${root}/announcements/${id}`),
  announce: (announcement: AnnouncementRequest, act: Act) => http.post<Announcement>(`${root}/announcements`, announcement, act),
  certificate: (institutionId: string) => http.get<Certificate>(`${root}/institutions/${institutionId}/certificate`),
};
