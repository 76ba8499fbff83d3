import type { Act, Page } from "./http";
import { http } from "./http";
import type { Funding, Sheet } from "./types";

type Query = Record<string, string | undefined>;

/** A published result that waits until two persons settle it (ZS-06). */
export type PendingResult = Funding["PendingResultView"];

export type SettlementRunStatus = Funding["SettlementRunStatus"];

export type SettlementRun = Funding["SettlementRunView"];

/** What a grade comes to in money over a run. */
export type GradeSums = Funding["GradeSums"];

export type SettlementRunDetail = Funding["SettlementRunDetail"];

export type SettlementLine = Funding["SettlementLineView"];

const runs = "/api/funding/settlement-runs";

/** Results that wait, and the runs that settle them. */
export const settlementRuns = {
  pending: (query: Query) => http.get<Page<PendingResult>>("/api/funding/pending-results", query),
  list: (query: Query) => http.get<Page<SettlementRun>>(runs, query),
  one: (id: string) => http.get<SettlementRunDetail>(`${runs}/${id}`),
  lines: (id: string, query: Query) => http.get<Page<SettlementLine>>(`${runs}/${id}/lines`, query),
  sheet: (id: string, institutionId: string) => http.get<Sheet>(`${runs}/${id}/lines/${institutionId}/sheet`),
  open: (run: { programme: string; fiscalYear: number; institutionIds?: string[] }, act: Act) =>
    http.post<SettlementRunDetail>(runs, run, act),
  commit: (id: string, act: Act) => http.post<SettlementRunDetail>(`${runs}/${id}/commit`, {}, act),
  discard: (id: string, act: Act) => http.post<SettlementRunDetail>(`${runs}/${id}/discard`, {}, act),
};
