import { type Act, http, type Page } from "./http";
import type { BankOutcome, Day, Funding } from "./types";

export type PaymentStatus = Funding["PaymentStatus"];

/** A payment of any kind: a body's advance, or a grant. The bank is told the net. */
export type Payment = Funding["PaymentView"];

export type PaymentStep = { status: PaymentStatus; on: Day; by: string | null; note: string | null };

export type PaymentResult = Funding["PaymentResultView"];

export type ResultFile = Funding["ResultFileView"];
export type PaymentRunDetail = Funding["PaymentRunDetail"];
export type RecordedResults = { paymentRun: PaymentRunDetail; news: number; knownBefore: number };
export type BankResult = { paymentId: string; outcome: BankOutcome; on: Day; bankReference: string; reason?: string };

/** Where a payment is shown wholly. */
export const paymentPath = (payment: { id: string; kind: Payment["kind"] }) =>
  payment.kind === "advance" ? `/advances/${payment.id}` : `/grants/${payment.id}`;

/** The account that a body or company is paid to, or is proposed to be. */
export type PayeeAccount = Funding["PayeeAccountView"];
export type PayeeAccountProposal = {
  institutionId?: string;
  code?: string;
  name: string;
  number: string;
  bank?: string;
  reason: string;
};

export type Direction = "out" | "in";
export type Reconciliation = Funding["ReconciliationView"];
export type Difference = Funding["DifferenceView"];
export type StatementEntry = Funding["StatementEntryView"];
export type ReconciliationDetail = Funding["ReconciliationDetail"];

const root = "/api/funding";
type Query = Record<string, string | undefined>;

export const payments = {
  runFileAddress: (id: string, format: "csv" | "xlsx") => `${root}/payment-runs/${id}/file?format=${format}`,
  sendResultFile: (id: string, file: File) => http.upload<RecordedResults>(`${root}/payment-runs/${id}/result-file`, file),

  payeeAccounts: (query: Query) => http.get<Page<PayeeAccount>>(`${root}/payee-accounts`, query),
  payeeAccount: (id: string) => http.get<PayeeAccount>(`${root}/payee-accounts/${id}`),
  proposePayeeAccount: (proposal: PayeeAccountProposal, act: Act) =>
    http.post<PayeeAccount>(`${root}/payee-accounts`, proposal, act),
  confirmPayeeAccount: (id: string, act: Act) => http.post<PayeeAccount>(`${root}/payee-accounts/${id}/confirm`, {}, act),
  rejectPayeeAccount: (id: string, reason: string, act: Act) =>
    http.post<PayeeAccount>(`${root}/payee-accounts/${id}/reject`, { reason }, act),

  reconciliations: (query: Query) => http.get<Page<Reconciliation>>(`${root}/reconciliations`, query),
  reconciliation: (id: string) => http.get<ReconciliationDetail>(`${root}/reconciliations/${id}`),
  daysDue: () => http.get<{ days: Day[] }>(`${root}/reconciliations/due`),
  sendStatement: (day: Day, file: File) => http.upload<ReconciliationDetail>(`${root}/reconciliations`, file, { day }),
  matchAgain: (id: string, act: Act) => http.post<ReconciliationDetail>(`${root}/reconciliations/${id}/match`, {}, act),
  differences: (query: Query) => http.get<Page<Difference>>(`${root}/differences`, query),
  explain: (id: string, explanation: string, act: Act) =>
    http.post<ReconciliationDetail>(`${root}/differences/${id}/explain`, { explanation }, act),
};
