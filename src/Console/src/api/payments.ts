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

export type PaymentRunDetail = { run: PaymentRun; payments: Payment[]; results: PaymentResult[]; version: number };
export type RecordedResults = { paymentRun: PaymentRunDetail; news: number; knownBefore: number };
export type BankResult = { paymentId: string; outcome: BankOutcome; on: Day; bankReference: string; reason?: string };

/** Where a payment is shown wholly. */
export const paymentPath = (payment: { id: string; kind: Payment["kind"] }) =>
  payment.kind === "advance" ? `/advances/${payment.id}` : `/grants/${payment.id}`;
