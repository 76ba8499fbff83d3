import { type Act, http, type Page } from "./http";
import type { Day, Instant } from "./types";

const root = "/api/registry/imports";
type Query = Record<string, string | undefined>;

export type Import = {
  id: string;
  programme: string;
  mode: "all" | "good-rows";
  state: string;
  fileName: string;
  sha256: string;
  rows: number;
  goodRows: number;
  errors: number;
  faultZh: string | null;
  faultEn: string | null;
  uploadedByName: string;
  uploadedAt: Instant;
  uploadedByMe: boolean;
  confirmedByName: string | null;
  confirmedAt: Instant | null;
  inEffectAt: Instant | null;
  reason: string | null;
  progress: { state: string; done: number; total: number; error: string | null } | null;
  version: number;
};

export type ImportError = {
  number: number;
  line: number;
  column: string;
  columnZh: string;
  columnEn: string;
  value: string;
  zh: string;
  en: string;
};

export type ImportRow = {
  line: number;
  leftOut: boolean;
  institutionId: string;
  name: string;
  category: string;
  district: string;
  implementingBodyName: string;
  implementingBodyCode: string;
  standing: string;
  standingSince: Day;
  decisionNumber: string;
};

export type ImportColumn = { key: string; zh: string; en: string; required: boolean; words: string[] };

export const imports = {
  list: (query: Query) => http.get<Page<Import>>(root, query),
  one: (id: string) => http.get<Import>(`${root}/${id}`),
  rows: (id: string, query: Query) => http.get<Page<ImportRow>>(`${root}/${id}/rows`, query),
  errors: (id: string, query: Query) => http.get<Page<ImportError>>(`${root}/${id}/errors`, query),
  columns: (programme: string) => http.get<ImportColumn[]>(`${root}/columns`, { programme }),
  upload: (file: File, programme: string, mode: string) => http.upload<Import>(root, file, { programme, mode }),
  confirm: (id: string, act: Act) => http.post<Import>(`${root}/${id}/confirm`, {}, act),
  dismiss: (id: string, reason: string, act: Act) => http.post<Import>(`${root}/${id}/dismiss`, { reason }, act),
  errorsAddress: (id: string, format: "csv" | "xlsx") => `${root}/${id}/errors/export?format=${format}`,
  templateAddress: (format: "csv" | "xlsx") => `${root}/template?format=${format}`,
};
