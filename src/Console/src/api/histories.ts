import { type Act, http, type Page } from "./http";
import type { ShadowFault } from "./shadowRuns";
import type { Day, Instant } from "./types";

const root = "/api/funding/histories";
type Query = Record<string, string | undefined>;

export type History = {
  id: string;
  programme: string;
  title: string;
  shadowRunId: string;
  state: "checking" | "checked" | "faulty" | "taking-effect" | "in-effect" | "dismissed";
  made: { name: string; at: Instant };
  madeByMe: boolean;
  confirmed: { name: string; at: Instant } | null;
  documentNumber: string | null;
  documentDate: Day | null;
  faults: number;
  bodies: number;
  lines: number;
  paidFen: number;
  clawbackFen: number;
  receivedFen: number;
  faultZh: string | null;
  faultEn: string | null;
};

export type HistoryLine = {
  number: number;
  institutionId: string;
  body: string;
  fiscalYear: number;
  paidFen: number;
  grade: string | null;
  entitledFen: number | null;
  clawbackFen: number;
  receivedFen: number;
  outstandingFen: number;
  holdReason: string | null;
};

export type HistorySignature = { documentNumber: string; documentDate: Day; functionalSubject: string };

export type HistoryDetail = { history: History; faults: ShadowFault[] };

export const histories = {
  list: (query: Query) => http.get<Page<History>>(root, query),
  one: (id: string) => http.get<HistoryDetail>(`${root}/${id}`),
  lines: (id: string, query: Query) => http.get<Page<HistoryLine>>(`${root}/${id}/lines`, query),
  make: (shadowRunId: string, act: Act) => http.post<HistoryDetail>(root, { shadowRunId }, act),
  confirm: (id: string, document: HistorySignature, act: Act) => http.post<HistoryDetail>(`${root}/${id}/confirm`, document, act),
  dismiss: (id: string, act: Act) => http.post<HistoryDetail>(`${root}/${id}/dismiss`, {}, act),
};
