import type { Act, Page } from "./http";
import { http } from "./http";
import type { Day, Instant } from "./types";

type Query = Record<string, string | undefined>;

type Signed = { name: string; at: Instant };

/** A published result that waits until two persons settle it (ZS-06). */
export type PendingResult = {
  institutionId: string;
  institutionName: string;
  programme: string;
  fiscalYear: number;
  reviewId: string;
  reviewVersion: number;
  settledVersion: number;
  grade: string;
  publishedOn: Day;
  documentNumber: string;
};

export type SettlementRunStatus = "previewing" | "previewed" | "settling" | "settled" | "discarded";

export type SettlementRun = {
  id: string;
  version: number;
  programme: string;
  fiscalYear: number;
  status: SettlementRunStatus;
  bodies: number;
  lines: number;
  refused: number;
  settled: number;
  leftOut: number;
  paidFen: number;
  entitledFen: number;
  claimedFen: number;
  changeFen: number;
  opened: Signed;
  committed: Signed | null;
  discarded: Signed | null;
};

/** What a grade comes to in money over a run. */
export type GradeSums = { grade: string; bodies: number; paidFen: number; entitledFen: number; claimedFen: number };

export type SettlementRunDetail = {
  run: SettlementRun;
  grades: GradeSums[];
  work: { state: "queued" | "running" | "done" | "failed" } | null;
  version: number;
};

export type SettlementLine = {
  institutionId: string;
  institutionName: string;
  reviewVersion: number;
  grade: string;
  paidFen: number;
  entitledFen: number;
  entitledBeforeFen: number | null;
  claimedFen: number;
  claimedBeforeFen: number;
  state: "previewed" | "settled" | "left-out" | "refused";
  reasonZh: string | null;
  reasonEn: string | null;
};

const runs = "/api/funding/settlement-runs";

/** Results that wait, and the runs that settle them. */
export const settlementRuns = {
  pending: (query: Query) => http.get<Page<PendingResult>>("/api/funding/pending-results", query),
  list: (query: Query) => http.get<Page<SettlementRun>>(runs, query),
  one: (id: string) => http.get<SettlementRunDetail>(`${runs}/${id}`),
  lines: (id: string, query: Query) => http.get<Page<SettlementLine>>(`${runs}/${id}/lines`, query),
  open: (run: { programme: string; fiscalYear: number; institutionIds?: string[] }, act: Act) =>
    http.post<SettlementRunDetail>(runs, run, act),
  commit: (id: string, act: Act) => http.post<SettlementRunDetail>(`${runs}/${id}/commit`, {}, act),
  discard: (id: string, act: Act) => http.post<SettlementRunDetail>(`${runs}/${id}/discard`, {}, act),
};
