import { type Act, http, type Page } from "./http";
import type { Day, Appropriation as Drawn, Instant, Sheet } from "./types";

type Signed = { name: string; at: Instant; forName?: string | null };

/** A year's money under its budget document; `capFen` is null where the programme has no cap of its own. */
export type Appropriation = Omit<Drawn, "capFen"> & {
  capFen: number | null;
  openedFen: number;
  functionalSubject: string;
  closedOn: Day | null;
};

export type ChangeKind = "supplement" | "reduction" | "carry-over" | "close";

export type AppropriationChange = {
  id: string;
  version: number;
  appropriationId: string;
  kind: ChangeKind;
  status: "proposed" | "approved" | "withdrawn";
  amountFen: number;
  intoId: string | null;
  documentNumber: string;
  documentDate: Day;
  reason: string;
  proposed: Signed;
  approved: Signed | null;
  withdrawn: Signed | null;
};

export type AppropriationChanging = {
  kind: ChangeKind;
  amountFen?: number;
  documentNumber: string;
  documentDate: Day;
  reason: string;
  intoId?: string;
};

export type YearEnd = {
  appropriation: Appropriation;
  supplementedFen: number;
  reducedFen: number;
  carriedInFen: number;
  carriedOutFen: number;
  lapsedFen: number;
  underWay: number;
  underWayFen: number;
  proposed: number;
  unsettledBodies: number;
  unsettledFen: number;
};

const root = "/api/funding";

export const changes = {
  of: (appropriation: string) =>
    http.get<Page<AppropriationChange>>(`${root}/appropriation-changes`, { appropriation, limit: "100" }),
  list: (query: Record<string, string | undefined>) =>
    http.get<Page<AppropriationChange>>(`${root}/appropriation-changes`, query),
  sheet: (id: string) => http.get<Sheet>(`${root}/appropriation-changes/${id}/sheet`),
  propose: (appropriation: string, change: AppropriationChanging, act: Act) =>
    http.post<AppropriationChange>(`${root}/appropriations/${appropriation}/changes`, change, act),
  approve: (id: string, act: Act) => http.post<AppropriationChange>(`${root}/appropriation-changes/${id}/approve`, {}, act),
  withdraw: (id: string, act: Act) => http.post<AppropriationChange>(`${root}/appropriation-changes/${id}/withdraw`, {}, act),
  yearEnd: (appropriation: string) => http.get<YearEnd>(`${root}/appropriations/${appropriation}/year-end`),
};
