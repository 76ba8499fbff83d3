import { type Act, http, type Page } from "./http";
import type { BankOutcome, Day, Instant, PaymentRun } from "./types";

export type PaymentStatus = "proposed" | "approved" | "exported" | "paid" | "returned" | "failed" | "cancelled";

/** A payment of any kind: a body's advance, or a grant. The bank is told the net. */
export type Payment = {
  id: string;
  version: number;
  kind: "advance" | "grant";
  bodyId: string | null;
  beneficiaryName: string;
  appropriationId: string;
  programme: string;
  fiscalYear: number;
  status: PaymentStatus;
  amountFen: number;
  withheldFen: number;
  netFen: number;
  reference: string;
  payeeName: string;
  payeeAccount: string;
  payeeBank: string | null;
  paymentRunId: string | null;
  approvedOn: Day | null;
  exportedOn: Day | null;
  paidOn: Day | null;
  endedOn: Day | null;
};

export type PaymentStep = { status: PaymentStatus; on: Day; by: string | null; note: string | null };

export type PaymentResult = {
  paymentId: string;
  outcome: BankOutcome;
  on: Day;
  bankReference: string;
  reason: string | null;
  recorded: { name: string; at: Instant };
};

export type ResultFile = {
  id: string;
  fileName: string;
  sha256: string;
  answers: number;
  recorded: { name: string; at: Instant };
};
export type PaymentRunDetail = {
  run: PaymentRun;
  payments: Payment[];
  results: PaymentResult[];
  files: ResultFile[];
  version: number;
};
export type RecordedResults = { paymentRun: PaymentRunDetail; news: number; knownBefore: number };
export type BankResult = { paymentId: string; outcome: BankOutcome; on: Day; bankReference: string; reason?: string };

/** Where a payment is shown wholly. */
export const paymentPath = (payment: { id: string; kind: Payment["kind"] }) =>
  payment.kind === "advance" ? `/advances/${payment.id}` : `/grants/${payment.id}`;

/** The account that a body or company is paid to, or is proposed to be. */
export type PayeeAccount = {
  id: string;
  version: number;
  owner: string;
  ownerName: string;
  name: string;
  number: string;
  bank: string | null;
  reason: string | null;
  status: "proposed" | "confirmed" | "replaced" | "rejected";
  proposed: { name: string; at: Instant };
  decided: { name: string; at: Instant } | null;
  rejectReason: string | null;
};
export type PayeeAccountProposal = { institutionId: string; name: string; number: string; bank?: string; reason: string };

export type Direction = "out" | "in";
export type Reconciliation = {
  id: string;
  version: number;
  day: Day;
  fileName: string;
  sha256: string;
  entries: number;
  outFen: number;
  inFen: number;
  openDifferences: number;
  imported: { name: string; at: Instant };
};
export type Difference = {
  id: string;
  reconciliationId: string;
  day: Day;
  kind: "not-at-bank" | "not-in-books" | "amount-differs";
  direction: Direction;
  reference: string;
  name: string;
  bookedFen: number | null;
  bankFen: number | null;
  status: "open" | "explained" | "resolved";
  explanation: string | null;
  explained: { name: string; at: Instant } | null;
};
export type StatementEntry = {
  line: number;
  direction: Direction;
  amountFen: number;
  reference: string;
  counterpartyName: string;
  matched: boolean;
};
export type ReconciliationDetail = { reconciliation: Reconciliation; differences: Difference[]; entries: StatementEntry[] };

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
