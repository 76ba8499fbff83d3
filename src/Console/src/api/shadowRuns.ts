import { type Act, http, type Page } from "./http";
import type { Citation, Day, Instant, Sheet } from "./types";

const root = "/api/funding/shadow-runs";
type Query = Record<string, string | undefined>;
type Bilingual = { zh: string; en: string };

export type ShadowRun = {
  id: string;
  programme: string;
  title: string;
  state: "draft" | "running" | "done" | "faulty";
  asOf: Day | null;
  packFrom: Day | null;
  packHash: string | null;
  begun: { name: string; at: Instant };
  begunByMe: boolean;
  doneAt: Instant | null;
  rows: number;
  rowsLeftOut: number;
  faults: number;
  findings: number;
  paidFen: number;
  aboveCapFen: number;
  unclaimedFen: number;
  claimedTwiceFen: number;
  totalFen: number;
  faultZh: string | null;
  faultEn: string | null;
  version: number;
};

export type TableKind = "payments" | "reviews" | "recoveries" | "invoices" | "claims" | "standings";
export type AmountUnit = "fen" | "yuan" | "ten-thousand-yuan";

export type ShadowTable = {
  number: number;
  fileName: string;
  sha256: string;
  name: string;
  titleLine: number;
  titles: string[];
  preview: string[][];
  kind: TableKind | null;
  unit: AmountUnit | null;
  columns: Record<string, string>;
  read: ({ key: string; title: string } & Bilingual)[];
};

export type TableMapping = Pick<ShadowTable, "kind" | "unit" | "columns">;
export type KindColumns = { kind: TableKind; columns: ({ key: string; required: boolean } & Bilingual)[] };

export type ClauseFigures = {
  citation: Citation;
  title: Bilingual;
  article: string;
  findings: number;
  amountFen: number;
  countedFen: number;
};

export type YearFigure = {
  fiscalYear: number;
  paidFen: number;
  capFen: number | null;
  aboveCapFen: number;
  unclaimedFen: number;
  claimedTwiceFen: number;
};

export type ShadowSummary = {
  clauses: ClauseFigures[];
  years: YearFigure[];
  bodies: { name: string; findings: number; countedFen: number }[];
  bodyCount: number;
  notChecked: { clauseId: string; why: Bilingual }[];
  rowsBefore: number;
};

export type ShadowRunDetail = {
  run: ShadowRun;
  tables: ShadowTable[];
  summary: ShadowSummary | null;
  progress: { state: string; done: number; total: number } | null;
};

export type FindingGroup = "above-cap" | "unclaimed" | "claimed-twice" | "duty";

export type ShadowFinding = {
  number: number;
  kind: string;
  group: FindingGroup;
  body: string | null;
  fiscalYear: number | null;
  amountFen: number;
  countedFen: number;
  detail: {
    citation: Citation;
    sheet: Sheet;
    refusal: ({ code: string; clause: string } & Bilingual) | null;
    rows: { table: number; line: number; cells: string[] }[];
    rowsInAll: number;
  };
} & Bilingual;

export type ShadowFault = {
  number: number;
  table: number;
  line: number;
  columnZh: string;
  columnEn: string;
  value: string;
} & Bilingual;

export type ComparedFinding = {
  kind: string;
  clauseId: string;
  body: string | null;
  fiscalYear: number | null;
  beforeFen: number | null;
  nowFen: number | null;
} & Bilingual;

export type Comparison = {
  before: ShadowRun;
  now: ShadowRun;
  new: number;
  gone: number;
  changed: number;
  same: number;
  findings: ComparedFinding[];
};

const sampleName = "舟山市产业创新中心资金台账(示例).xlsx";

export const shadowRuns = {
  list: (query: Query) => http.get<Page<ShadowRun>>(root, query),
  one: (id: string) => http.get<ShadowRunDetail>(`${root}/${id}`),
  findings: (id: string, query: Query) => http.get<Page<ShadowFinding>>(`${root}/${id}/findings`, query),
  faults: (id: string, query: Query) => http.get<Page<ShadowFault>>(`${root}/${id}/faults`, query),
  columns: () => http.get<KindColumns[]>(`${root}/columns`),
  begin: (file: File, programme: string) => http.upload<ShadowRunDetail>(root, file, { programme }),
  addFile: (id: string, file: File) => http.upload<ShadowRunDetail>(`${root}/${id}/files`, file),
  mapTable: async (id: string, table: number, mapping: TableMapping) =>
    (await http.put<ShadowRunDetail>(`${root}/${id}/tables/${table}`, mapping)).value,
  start: (id: string, how: { title?: string; asOf?: Day }, act: Act) =>
    http.post<ShadowRunDetail>(`${root}/${id}/start`, how, act),
  remove: (id: string, act: Act) => http.remove<ShadowRun>(`${root}/${id}`, act),
  compare: (id: string, other: string) => http.get<Comparison>(`${root}/${id}/comparison`, { with: other }),
  exportAddress: (id: string, format: "csv" | "xlsx") => `${root}/${id}/export?format=${format}`,
  sampleAddress: `${root}/sample`,
  /** The sample workbook as a file that can be sent like a bureau's own. */
  sample: async () => new File([await (await fetch(`${root}/sample`, { credentials: "same-origin" })).blob()], sampleName),
};
