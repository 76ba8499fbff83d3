import type { Text } from "../shell/text";
import { http, type Page } from "./http";
import type { Day, Instant, InstitutionSummary } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** What everybody may know of an institution. */
export type DirectoryRow = {
  id: string;
  jurisdiction: string;
  programme: string;
  programmeLabel: Text | null;
  name: string;
  type: string;
  typeLabel: Text | null;
  district: string;
  districtLabel: Text | null;
  field: string | null;
  fieldLabel: Text | null;
  implementingBodyName: string;
  centreName: string | null;
  standing: string;
  standingSince: Day;
  recognisedOn: Day | null;
  decisionNumber: string;
};

/** A value of a filter; how many there are is null where they are not counted. */
export type ValueCount = { value: string; label: Text | null; count: number | null };
export type DirectoryCounts = {
  total: number | null;
  jurisdictions: ValueCount[];
  programmes: ValueCount[];
  types: ValueCount[];
  districts: ValueCount[];
  fields: ValueCount[];
  standings: ValueCount[];
  uncounted: Text | null;
};

export type StandingAnswer = {
  on: Day;
  knownAt: Instant;
  standing: string | null;
  entry: { standing: string; effectiveFrom: Day; decisionNumber: string; decidedOn: Day; clause: string } | null;
  recognisedOn: Day | null;
};

/** What was known at a day's end in Shanghai. */
export const endOf = (day: string | undefined) => (day ? `${day}T23:59:59+08:00` : undefined);

/** The address of a list's filters as the service takes them. */
const asked = ({ knownOn, ...query }: Query): Query => ({ ...query, knownAt: endOf(knownOn) });

export const directory = {
  open: (query: Query) => http.get<Page<DirectoryRow>>(`${root}/public/institutions`, query),
  openCounts: (query: Query) => http.get<DirectoryCounts>(`${root}/public/institutions/counts`, query),
  institutions: (query: Query) => http.get<Page<InstitutionSummary>>(`${root}/institutions`, asked(query)),
  counts: (query: Query) => http.get<DirectoryCounts>(`${root}/institutions/counts`, asked(query)),
  standing: (id: string, on: string | undefined, knownOn: string | undefined) =>
    http.get<StandingAnswer>(`${root}/institutions/${id}/standing`, { on, knownAt: endOf(knownOn) }),
  /** Where the table of the same rows is. */
  exportAddress: (open: boolean, format: "csv" | "xlsx", query: Query) => {
    const all: Query = { ...asked(query), format };
    const given = Object.entries(all).filter((pair): pair is [string, string] => !!pair[1]);
    return `${root}${open ? "/public" : ""}/institutions/export?${new URLSearchParams(given)}`;
  },
};
