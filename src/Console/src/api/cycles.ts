import { type Act, http, type Page } from "./http";
import type { Answers, Day, Instant, PeriodicReport, PeriodicReportDetail } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;
type Label = { zh: string; en: string };

/** What a body writes: texts, figures, and what it says of remarkable ones. */
export type ReportText = { sections: Record<string, string>; indicators: Answers; explanations: Record<string, string> };
export type FieldReason = { field: string; reason: string };
/** What a section or figure may begin with, until somebody touches it. */
export type Prefill = { name: string; value: unknown; zh: string; en: string; reportId: string | null };
export type RemarkableChange = {
  figure: string;
  before: number;
  now: number;
  beyond: string;
  clause: string;
  explanation: string | null;
};
export type Outlier = { figure: string; against: "own-past" | "category"; value: number; median: number; count: number };
export type KnownFact = { zh: string; en: string; amountFen: number; sourceZh: string; sourceEn: string };
export type EvidenceFile = {
  id: string;
  fileName: string;
  mediaType: string;
  lengthBytes: number;
  sha256: string;
  uploadedAt: Instant;
  cautions: string[];
};
export type Evidence = { figure: string; file: EvidenceFile };
export type Extension = {
  id: string;
  reportId: string;
  number: number;
  from: Day;
  until: Day;
  documentNumber: string;
  decidedOn: Day;
  reason: string;
  status: "proposed" | "confirmed";
  proposedByName: string;
  proposedAt: Instant;
  confirmedByName: string | null;
  confirmedAt: Instant | null;
  version: number;
};
export type ExtensionRow = {
  extension: Extension;
  institutionName: string;
  district: string;
  programme: string;
  year: number;
  round: number;
};
export type Extending = { until: Day; documentNumber: string; decidedOn: Day; reason: string };
export type ReportStep = { what: string; reason: string | null; fields: FieldReason[]; byName: string; at: Instant };

/** A report with all that stands beside it. */
export type ReportDetail = ReportText & {
  report: PeriodicReport;
  steps: ReportStep[];
  extensions: Extension[];
  savedByName: string | null;
  savedAt: Instant | null;
  locked: boolean;
  lastYear: { id: string; year: number; round: number; indicators: Answers } | null;
  prefills: Prefill[];
  changes: RemarkableChange[];
  outliers: Outlier[];
  known: KnownFact[];
  evidence: Evidence[];
};

export type ReportChange = { part: "section" | "figure" | "explanation"; name: string; before: unknown; after: unknown };
export type ReportDifference = { beforeAt: Instant | null; afterAt: Instant | null; changes: ReportChange[] };

export type MissingRow = {
  reportId: string;
  institutionId: string;
  institutionName: string;
  district: string;
  dueOn: Day;
  daysLate: number;
  extensionProposed: boolean;
  /** It stands on a list already. */
  listed: boolean;
};
export type MissingList = {
  id: string;
  documentNumber: string;
  decidedOn: Day;
  status: "recorded" | "confirmed";
  recordedByName: string;
  recordedAt: Instant;
  confirmedByName: string | null;
  confirmedAt: Instant | null;
  reports: {
    reportId: string;
    institutionId: string;
    institutionName: string;
    district: string;
    dueOn: Day;
    handedInOn: Day | null;
  }[];
  version: number;
};
export type Missing = {
  programme: string;
  year: number;
  round: number;
  consequence: { label: Label; measure: string; clause: string } | null;
  missing: MissingRow[];
  /** What the city recorded, the newest first. */
  lists: MissingList[];
};
/** A list over spans, as the todos show it. */
export type MissingListRow = {
  id: string;
  programme: string;
  year: number;
  round: number;
  documentNumber: string;
  decidedOn: Day;
  status: "recorded" | "confirmed";
  recordedByName: string;
  count: number;
};
export type MissingRecording = {
  programme: string;
  year: number;
  round: number;
  documentNumber: string;
  decidedOn: Day;
  reports: string[];
};

export type Trend = {
  institutionId: string;
  institutionName: string;
  programme: string;
  indicators: { name: string; label: Label; type: string; clause: string }[];
  points: { reportId: string; year: number; round: number; to: Day; indicators: Answers; evidenced: string[] }[];
};
export type BodyOutliers = { institutionId: string; reportId: string; outliers: Outlier[] };

/** The reports of a cycle and what is decided about them (EO-09…12, ZS-28, EI-08). */
export const cycles = {
  report: (id: string) => http.get<ReportDetail>(`${root}/periodic-reports/${id}`),
  save: (id: string, text: ReportText, etag: string | null) =>
    http.put<ReportDetail>(`${root}/periodic-reports/${id}`, text, etag),
  returnReport: (id: string, reason: string, fields: FieldReason[], act: Act) =>
    http.post<PeriodicReportDetail>(`${root}/periodic-reports/${id}/return`, { reason, fields }, act),
  recallReturn: (id: string, act: Act) => http.post<PeriodicReportDetail>(`${root}/periodic-reports/${id}/recall`, {}, act),
  difference: (id: string) => http.get<ReportDifference>(`${root}/periodic-reports/${id}/difference`),

  attach: (id: string, figure: string, file: File) =>
    http.upload<Evidence>(`${root}/periodic-reports/${id}/evidence`, file, { figure }),
  detach: (id: string, fileId: string) => http.remove<Evidence>(`${root}/periodic-reports/${id}/evidence/${fileId}`),
  evidenceAddress: (id: string, fileId: string) => `${root}/periodic-reports/${id}/evidence/${fileId}`,
  readTable: (id: string, file: File) =>
    http.upload<{ figures: { figure: string; value: number; line: number }[] }>(
      `${root}/periodic-reports/${id}/figure-table`,
      file,
    ),
  tableAddress: (id: string, format: "xlsx" | "csv") => `${root}/periodic-reports/${id}/figure-table?format=${format}`,

  extensions: (query: Query) => http.get<Page<ExtensionRow>>(`${root}/report-extensions`, query),
  extend: (reportId: string, extension: Extending, act: Act) =>
    http.post<Extension>(`${root}/periodic-reports/${reportId}/extensions`, extension, act),
  confirmExtension: (id: string, act: Act) => http.post<Extension>(`${root}/report-extensions/${id}/confirm`, {}, act),
  strikeExtension: (id: string, act: Act) => http.remove<Extension>(`${root}/report-extensions/${id}`, act),

  missing: (query: Query) => http.get<Missing>(`${root}/missing-reports`, query),
  missingLists: (query: Query) => http.get<Page<MissingListRow>>(`${root}/missing-reports/lists`, query),
  recordMissing: (list: MissingRecording, act: Act) => http.post<MissingList>(`${root}/missing-reports`, list, act),
  confirmMissing: (id: string, act: Act) => http.post<MissingList>(`${root}/missing-reports/${id}/confirm`, {}, act),
  strikeMissing: (id: string, act: Act) => http.remove<MissingList>(`${root}/missing-reports/${id}`, act),

  trend: (institution: string) => http.get<Trend>(`${root}/monitoring/trend`, { institution }),
  outliers: (query: Query) =>
    http.get<{ year: number; round: number; items: BodyOutliers[] }>(`${root}/monitoring/outliers`, query),
};
