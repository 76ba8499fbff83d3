import { type Act, http, type Page } from "./http";
import type { ResolutionRow } from "./registers";
import type { Day, Instant } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** A seat of the leading group and who holds it on a day; nobody where the register of seats names nobody. */
export type Seat = {
  seat: string;
  zh: string;
  en: string;
  name: string | null;
  organisationName: string | null;
  organisationCode: string | null;
};

export type SeatTaken = Seat & { isPresent: boolean };
export type VoteCast = "for" | "against" | "abstained" | "recused";
export type SubjectKind = "application" | "entry" | "institution" | "other";

export type Motion = {
  id: string;
  number: number;
  kind: SubjectKind;
  subjectId: string | null;
  step: string | null;
  title: string;
  text: string;
  adopted: boolean;
  for: number;
  against: number;
  abstained: number;
  recused: number;
  votes: { seat: string; cast: VoteCast; reason: string | null }[];
};

export type MeetingSummary = {
  id: string;
  programme: string;
  documentNumber: string;
  heldOn: Day;
  status: "recorded" | "confirmed";
  motions: number;
  adopted: number;
};

export type Meeting = Omit<MeetingSummary, "motions" | "adopted"> & {
  clause: string;
  quorum: number;
  majority: string;
  partiesAreRecused: boolean;
  seats: SeatTaken[];
  motions: Motion[];
  recordedByName: string;
  confirmedByName: string | null;
  confirmedAt: Instant | null;
  version: number;
};

export type MeetingRecord = { programme: string; documentNumber: string; heldOn: Day; present: string[] };

export type MotionEntry = {
  subject: { kind: SubjectKind; id?: string; step?: string; title?: string };
  text: string;
  votes: { seat: string; vote: VoteCast; reason?: string }[];
};

export type Resolution = ResolutionRow & { kind: SubjectKind; subjectId: string | null; step: string | null; text: string };

/** The leading group's meetings and what it resolved (SD-03). */
export const meetings = {
  list: (query: Query) => http.get<Page<MeetingSummary>>(`${root}/meetings`, query),
  get: (id: string) => http.get<Meeting>(`${root}/meetings/${id}`),
  seats: (programme: string, on: Day | undefined) => http.get<Seat[]>(`${root}/meetings/seats`, { programme, on }),
  record: (meeting: MeetingRecord, act: Act) => http.post<Meeting>(`${root}/meetings`, meeting, act),
  move: (id: string, motion: MotionEntry, act: Act) => http.post<Meeting>(`${root}/meetings/${id}/motions`, motion, act),
  takeOff: (id: string, motionId: string, act: Act) => http.remove<Meeting>(`${root}/meetings/${id}/motions/${motionId}`, act),
  confirm: (id: string, act: Act) => http.post<Meeting>(`${root}/meetings/${id}/confirm`, {}, act),
  resolutions: (query: Query) => http.get<Page<Resolution>>(`${root}/resolutions`, query),
};
