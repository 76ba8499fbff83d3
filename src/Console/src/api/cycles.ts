import { type Act, http, type Page } from "./http";
import type { Answers, PeriodicReportDetail, Reporting } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;
/** What a pack's indicators are is the pack's: the document knows their figures as any JSON. */
type With<T, Figures> = Omit<T, keyof Figures> & Figures;

/** What a body writes: texts, figures, and what it says of remarkable ones. */
export type ReportText = { sections: Record<string, string>; indicators: Answers; explanations: Record<string, string> };
export type FieldReason = Reporting["FieldReason"];
/** What a section or figure may begin with, until somebody touches it. */
export type Prefill = Reporting["Prefill"];
export type RemarkableChange = Reporting["RemarkableChange"];
export type Outlier = Reporting["Outlier"];
export type KnownFact = Reporting["KnownFact"];
export type Evidence = Reporting["EvidenceView"];
export type Extension = Reporting["ExtensionView"];
export type ExtensionRow = Reporting["ExtensionRow"];
export type Extending = { until: string; documentNumber: string; decidedOn: string; reason: string };
export type ReportStep = Reporting["ReportStepView"];
/** What a body had written when a return was taken back. */
export type EarlierDraft = With<Reporting["EarlierDraft"], { indicators: Answers }>;

/** A report with all that stands beside it, which the service always writes, be it empty. */
export type ReportDetail = With<
  Required<Reporting["PeriodicReportDetail"]>,
  {
    indicators: Answers;
    lastYear: With<Reporting["EarlierReport"], { indicators: Answers }> | null;
    earlierDraft: EarlierDraft | null;
  }
>;

export type ReportDifference = Reporting["DifferenceView"];

export type MissingRow = Reporting["MissingRow"];
export type MissingList = Reporting["MissingListView"];
export type Missing = Reporting["MissingView"];
/** A list over spans, as the todos show it. */
export type MissingListRow = Reporting["MissingListRow"];
export type MissingRecording = {
  programme: string;
  year: number;
  round: number;
  documentNumber: string;
  decidedOn: string;
  reports: string[];
};

type TrendPoint = With<Reporting["TrendPoint"], { indicators: Answers }>;
export type Trend = With<Reporting["TrendView"], { points: TrendPoint[] }>;
export type BodyOutliers = Reporting["BodyOutliers"];

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
  tieAgain: (id: string, fileId: string) => http.post<Evidence>(`${root}/periodic-reports/${id}/evidence/${fileId}`, {}, {}),
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
  exportAddress: (query: Record<string, string>) => `${root}/monitoring/export?${new URLSearchParams(query)}`,
  outliers: (query: Query) =>
    http.get<{ year: number; round: number; items: BodyOutliers[] }>(`${root}/monitoring/outliers`, query),
};
