import type { Text } from "../shell/text";
import { type Act, http, type Page } from "./http";
import type { Answers, Attachment, Day, Instant } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** A register with how many entries of each state the caller sees. */
export type RegisterSummary = {
  name: string;
  label: Text;
  clause: string;
  about: string | null;
  public: boolean;
  mayEnter: boolean;
  entries: number;
  counts: Record<string, number>;
  /** How many have just been filed and are the caller's to take further. */
  waiting: number;
};

/** What a condition says about an entry without refusing it; where a person has to say what comes of it, who did. */
export type EntryFlag = {
  condition: string;
  clause: string;
  zh: string;
  en: string;
  at: string;
  on: Day;
  wantsPerson: boolean;
  answeredBy: string | null;
  answer: string | null;
};

/** That an entry still waits after its term, as a reminder of the pack says. */
export type Overdue = { reminder: string; clause: string; zh: string; en: string; since: Day; lastDay: Day };

/** A line of a register's list; `columns` holds the answers that the list shows, `names` what IDs lead to. */
export type EntryRow = {
  id: string;
  register: string;
  number: number | null;
  title: string;
  state: string;
  aboutInstitutionId: string | null;
  aboutEntryId: string | null;
  district: string | null;
  organisation: string | null;
  columns: Answers;
  from: Day | null;
  until: Day | null;
  endedOn: Day | null;
  flags: EntryFlag[];
  overdue: Overdue[];
  names: Record<string, string>;
};

/** One answer that is another than before; the field is a path: `parties[1].name`. */
export type AnswerChange = { field: string; before: unknown; after: unknown };

export type EntryLine = {
  number: number;
  act: "filed" | "amended" | "moved" | "flagged";
  stepKey: string | null;
  fromState: string;
  toState: string;
  at: Instant;
  on: Day;
  actorName: string;
  clause: string;
  reason: string | null;
  documentNumber: string | null;
  decidedOn: Day | null;
  stepAnswers: Answers | null;
  changes: AnswerChange[];
};

/** A file of an entry; one that a step used is that line's. */
export type EntryFile = Attachment & { stepNumber: number | null };
export type Balance = { name: string; label: Text; clause: string; owedFen: number; paidFen: number; openFen: number };
export type LinkedEntry = {
  id: string;
  register: string;
  field: string | null;
  number: number | null;
  title: string;
  state: string;
};

export type Entry = Omit<EntryRow, "columns"> & {
  programme: string;
  park: string | null;
  filedOn: Day | null;
  /** The day that state, answers and balances are shown of. */
  on: Day;
  answers: Answers;
  files: EntryFile[];
  timeline: EntryLine[];
  balances: Balance[];
  linked: LinkedEntry[];
  /** What the caller may do with it now. */
  may: { save: boolean; file: boolean; steps: string[] };
  version: number;
};

export type MatchReason = { field: string; otherField: string; shared: string[] };

/** An entry of another register that goes with one, and why. */
export type Match = {
  id: string;
  register: string;
  number: number | null;
  title: string;
  state: string;
  organisation: string | null;
  clause: string;
  reasons: MatchReason[];
  /** The push that made it known already. */
  pushId: string | null;
};

export type PushSide = {
  entryId: string;
  register: string;
  number: number | null;
  title: string;
  organisation: string | null;
  answer: { interested: boolean; note: string | null; at: Instant; byName: string } | null;
  /** The reader answers for it. */
  yours: boolean;
};

/** A match that was made known to both sides, and what each says to it. */
export type Push = {
  id: string;
  programme: string;
  from: PushSide;
  to: PushSide;
  reasons: MatchReason[];
  clause: string;
  pushedAt: Instant;
  pushedByName: string;
  version: number;
};

/** What the leading group carried, in confirmed minutes (SD-03). */
export type ResolutionRow = { id: string; meetingId: string; documentNumber: string; heldOn: Day; title: string };

export type StepTaking = {
  answers?: Answers;
  reason?: string;
  documentNumber?: string;
  decidedOn?: Day;
  resolutionId?: string;
};

export const registers = {
  /** With counts of all entries, or of those about one thing, as of a day. */
  overview: (programme: string, query: Query = {}) =>
    http.get<{ items: RegisterSummary[] }>(`${root}/registers`, { programme, ...query }),
  entries: (programme: string, register: string, query: Query) =>
    http.get<Page<EntryRow>>(`${root}/registers/${programme}/${register}/entries`, query),
  /** One that another keeps, by its social credit code; 404 where there is none or the register is not found by code. */
  known: (programme: string, register: string, code: string) =>
    http.get<{ id: string; title: string }>(`${root}/registers/${programme}/${register}/known`, { code }),
  exportAddress: (programme: string, register: string, query: URLSearchParams, format: "csv" | "xlsx") =>
    `${root}/registers/${programme}/${register}/export?${new URLSearchParams([...query, ["format", format]])}`,
  entry: (id: string, on?: string) => http.getVersioned<Entry>(`${root}/entries/${id}${on ? `?on=${on}` : ""}`),
  start: (programme: string, register: string, aboutId: string | undefined, act: Act) =>
    http.post<Entry>(`${root}/registers/${programme}/${register}/entries`, { answers: {}, aboutId }, act),
  save: (id: string, answers: Answers, etag: string | null, reason?: string) =>
    http.put<Entry>(`${root}/entries/${id}`, { answers, reason }, etag),
  attach: (id: string, field: string, file: File) =>
    http.upload<Attachment>(`${root}/entries/${id}/attachments`, file, { field }),
  detach: (id: string, fileId: string) => http.remove<void>(`${root}/entries/${id}/attachments/${fileId}`),
  attachmentAddress: (id: string, fileId: string) => `${root}/entries/${id}/attachments/${fileId}`,
  file: (id: string, act: Act) => http.post<Entry>(`${root}/entries/${id}/file`, {}, act),
  discard: (id: string) => http.remove<void>(`${root}/entries/${id}`),
  take: (id: string, step: string, taking: StepTaking, act: Act) =>
    http.post<Entry>(`${root}/entries/${id}/steps/${step}`, taking, act),
  matches: (id: string) => http.get<{ items: Match[] }>(`${root}/entries/${id}/matches`),
  pushes: (query: Query) => http.get<Page<Push>>(`${root}/pushes`, query),
  push: (id: string, toEntryId: string, act: Act) => http.post<Push>(`${root}/entries/${id}/pushes`, { toEntryId }, act),
  answerPush: (id: string, answer: { interested: boolean; note?: string }, act: Act) =>
    http.post<Push>(`${root}/pushes/${id}/answer`, answer, act),
  resolutions: (subject: string) => http.get<Page<ResolutionRow>>(`${root}/resolutions`, { subject, limit: "50" }),
};
