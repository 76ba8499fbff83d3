import type { Text } from "../shell/text";
import { type Act, http, type Page } from "./http";
import type {
  Answers,
  Certificate,
  Day,
  FormField,
  ObjectionForm,
  ObjectionReceipt,
  ObjectionState,
  OpinionVerification,
  PublicCentre,
  PublicNotice,
  RegisterState,
} from "./types";

const root = "/api/registry/public";
type Query = Record<string, string | undefined>;

/** A register that everybody may read, with what its list is drawn from. */
export type PublicRegister = {
  programme: string;
  title: Text;
  name: string;
  label: Text;
  clause: string;
  quote: string;
  columns: FormField[];
  filters: string[];
  states: RegisterState[];
};
export type PublicEntry = {
  id: string;
  number: number | null;
  title: string;
  state: string;
  stateLabel: Text | null;
  columns: Answers;
  from: Day | null;
  until: Day | null;
  names: Record<string, string>;
};

/** What anybody may read and do without signing in. */
export const open = {
  notices: (query: Query) => http.get<Page<PublicNotice>>(`${root}/notices`, query),
  notice: (id: string) => http.get<PublicNotice>(`${root}/notices/${id}`),
  object: (noticeId: string, objection: ObjectionForm, act: Act) =>
    http.post<ObjectionReceipt>(`${root}/notices/${noticeId}/objections`, objection, act),
  objection: (receiptNumber: string) => http.get<ObjectionState>(`${root}/objections/${encodeURIComponent(receiptNumber)}`),
  registers: () => http.get<{ items: PublicRegister[] }>(`${root}/registers`),
  entries: (programme: string, register: string, query: Query) =>
    http.get<Page<PublicEntry>>(`${root}/registers/${programme}/${register}`, query),
  centres: (query: Query) => http.get<Page<PublicCentre>>(`${root}/centres`, query),
  certificate: (code: string) => http.get<Certificate>(`${root}/certificates/${encodeURIComponent(code)}`),
  opinion: (number: string) => http.get<OpinionVerification>(`${root}/opinions/${encodeURIComponent(number)}`),
};
