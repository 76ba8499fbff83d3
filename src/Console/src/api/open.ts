import { type Act, http, type Page } from "./http";
import type {
  Certificate,
  ObjectionForm,
  ObjectionReceipt,
  ObjectionState,
  OpinionVerification,
  PublicCentre,
  PublicNotice,
} from "./types";

const root = "/api/registry/public";
type Query = Record<string, string | undefined>;

/** What anybody may read and do without signing in. */
export const open = {
  notices: (query: Query) => http.get<Page<PublicNotice>>(`${root}/notices`, query),
  notice: (id: string) => http.get<PublicNotice>(`${root}/notices/${id}`),
  object: (noticeId: string, objection: ObjectionForm, act: Act) =>
    http.post<ObjectionReceipt>(`${root}/notices/${noticeId}/objections`, objection, act),
  objection: (receiptNumber: string) => http.get<ObjectionState>(`${root}/objections/${encodeURIComponent(receiptNumber)}`),
  centres: (query: Query) => http.get<Page<PublicCentre>>(`${root}/centres`, query),
  certificate: (code: string) => http.get<Certificate>(`${root}/certificates/${encodeURIComponent(code)}`),
  opinion: (number: string) => http.get<OpinionVerification>(`${root}/opinions/${encodeURIComponent(number)}`),
};
