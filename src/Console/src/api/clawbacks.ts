import { type Act, http, type Page } from "./http";
import type { Day, Instant, Sheet } from "./types";

const root = "/api/funding";
type Query = Record<string, string | undefined>;
type Signed = { name: string; at: Instant };

export type ClawbackCause = "over-advance" | "deadline" | "revocation" | "fraud";
export type Instalment = { dueOn: Day; amountFen: number };

export type Clawback = {
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  programme: string;
  fiscalYear: number;
  cause: ClawbackCause;
  clauseId: string;
  settlementId: string | null;
  status: "open" | "closed" | "withdrawn";
  claimedFen: number;
  receivedFen: number;
  offsetFen: number;
  writtenOffFen: number;
  refundedFen: number;
  outstandingFen: number;
  refundDueFen: number;
  openedOn: Day;
  dueOn: Day;
  notifiedFen: number | null;
  openObjections: number;
  suspended: boolean;
  overdue: boolean;
  overdueFen: number;
  daysOverdue: number;
  escalatedOn: Day | null;
  closedOn: Day | null;
};

/** A notice that takes money back (追缴通知书). */
export type ClawbackNotice = {
  id: string;
  number: string;
  issuedOn: Day;
  claimedFen: number;
  outstandingFen: number;
  dueOn: Day;
  issued: Signed;
  deliveredOn: Day | null;
  deliveredHow: string | null;
  delivered: Signed | null;
};

export type NoticeDetail = {
  notice: ClawbackNotice;
  clawbackId: string;
  institutionId: string;
  institutionName: string;
  implementingBodyName: string;
  implementingBodyCode: string;
  programme: string;
  fiscalYear: number;
  cause: ClawbackCause;
  clauseId: string;
  sheet: Sheet;
};

/** A notice in the list of all that went out. */
export type IssuedNotice = {
  notice: ClawbackNotice;
  clawbackId: string;
  institutionName: string;
  fiscalYear: number;
  cause: ClawbackCause;
};

export type Objection = {
  id: string;
  clawbackId: string;
  grounds: string;
  filed: Signed;
  status: "open" | "decided" | "withdrawn";
  outcome: "rejected" | "upheld" | null;
  decisionId: string | null;
  endedOn: Day | null;
};

export type DecisionKind = "claim" | "objection" | "instalments" | "offset" | "write-off" | "refund";

/** What two persons decide about a clawback. */
export type Decision = {
  id: string;
  version: number;
  kind: DecisionKind;
  status: "proposed" | "approved" | "done" | "lapsed" | "withdrawn";
  number: string | null;
  clawbackId: string | null;
  institutionId: string | null;
  institutionName: string | null;
  programme: string | null;
  fiscalYear: number | null;
  cause: ClawbackCause | null;
  amountFen: number;
  reason: string;
  documentNumber: string | null;
  decidedOn: Day | null;
  receiptId: string | null;
  paymentId: string | null;
  outcome: "rejected" | "upheld" | null;
  parts: Instalment[];
  payeeName: string | null;
  payeeAccount: string | null;
  paidOn: Day | null;
  bankReference: string | null;
  proposed: Signed;
  approved: Signed | null;
  ended: Signed | null;
  endReason: string | null;
};

/** What a case got of a receipt. */
export type ReceiptPart = { id: string; receiptNumber: string; amountFen: number; receivedOn: Day; recorded: Signed };
export type Reminder = { dueOn: Day; days: number; writtenOn: Day; overdueFen: number };

export type ClawbackDetail = {
  clawback: Clawback;
  plan: Instalment[];
  notices: ClawbackNotice[];
  objections: Objection[];
  decisions: Decision[];
  receipts: ReceiptPart[];
  reminders: Reminder[];
};

/** A receipt (缴款书), matched to its cases or not yet. */
export type Receipt = {
  id: string;
  version: number;
  receiptNumber: string;
  amountFen: number;
  receivedOn: Day;
  payerName: string | null;
  reference: string | null;
  matchedFen: number;
  returnedFen: number;
  unmatchedFen: number;
  recorded: Signed;
};

export type SuggestedCase = {
  clawbackId: string;
  institutionName: string;
  fiscalYear: number;
  outstandingFen: number;
  sameAmount: boolean;
  samePayer: boolean;
};

export type ReceiptMatch = {
  clawbackId: string;
  institutionName: string;
  fiscalYear: number;
  amountFen: number;
  matched: Signed;
};
export type ReceiptDetail = { receipt: Receipt; matches: ReceiptMatch[]; suggestions: SuggestedCase[] };

export type Ageing = {
  programme: string;
  cases: number;
  outstandingFen: number;
  overdueFen: number;
  bands: { fromDays: number; toDays: number | null; cases: number; outstandingFen: number }[];
};

export type ReceiptEntry = { amountFen: number; receiptNumber: string; receivedOn: string; overpayment?: boolean };
export type Documented = { amountFen: number; reason: string; documentNumber: string; decidedOn: string };
export type RefundProposal = { amountFen: number; payeeName: string; payeeAccount: string; reason: string };
export type ClaimProposal = Documented & { institutionId: string; fiscalYear: number; cause: "revocation" | "fraud" };
export type Ruling = Documented & { outcome: "rejected" | "upheld" };

/** Taking back: cases, notices, objections, what two persons decide, and what came in. */
export const clawbacks = {
  list: (query: Query) => http.get<Page<Clawback>>(`${root}/clawbacks`, query),
  one: (id: string) => http.get<ClawbackDetail>(`${root}/clawbacks/${id}`),
  sheet: (id: string) => http.get<Sheet>(`${root}/clawbacks/${id}/sheet`),
  ageing: () => http.get<Ageing[]>(`${root}/clawbacks/ageing`, {}),
  claim: (proposal: ClaimProposal, act: Act) => http.post<Decision>(`${root}/clawback-claims`, proposal, act),

  notify: (id: string, act: Act) => http.post<NoticeDetail>(`${root}/clawbacks/${id}/notices`, {}, act),
  notices: (query: Query) => http.get<Page<IssuedNotice>>(`${root}/clawback-notices`, query),
  notice: (id: string) => http.get<NoticeDetail>(`${root}/clawback-notices/${id}`),
  deliver: (id: string, delivery: { deliveredOn: string; how: string }, act: Act) =>
    http.post<NoticeDetail>(`${root}/clawback-notices/${id}/delivery`, delivery, act),

  object: (id: string, grounds: string, act: Act) =>
    http.post<ClawbackDetail>(`${root}/clawbacks/${id}/objections`, { grounds }, act),
  takeBack: (objection: string, act: Act) =>
    http.post<ClawbackDetail>(`${root}/clawback-objections/${objection}/withdraw`, {}, act),
  rule: (objection: string, ruling: Ruling, act: Act) =>
    http.post<Decision>(`${root}/clawback-objections/${objection}/rulings`, ruling, act),

  writeOff: (id: string, proposal: Documented, act: Act) =>
    http.post<Decision>(`${root}/clawbacks/${id}/write-offs`, proposal, act),
  offset: (id: string, proposal: Documented & { paymentId: string }, act: Act) =>
    http.post<Decision>(`${root}/clawbacks/${id}/offsets`, proposal, act),
  instalments: (id: string, proposal: { parts: Instalment[]; reason: string }, act: Act) =>
    http.post<Decision>(`${root}/clawbacks/${id}/instalments`, proposal, act),
  refund: (id: string, proposal: RefundProposal, act: Act) =>
    http.post<Decision>(`${root}/clawbacks/${id}/refunds`, proposal, act),

  decisions: (query: Query) => http.get<Page<Decision>>(`${root}/clawback-decisions`, query),
  decision: (id: string) => http.get<Decision>(`${root}/clawback-decisions/${id}`),
  decisionSheet: (id: string) => http.get<Sheet>(`${root}/clawback-decisions/${id}/sheet`),
  approve: (id: string, act: Act) => http.post<Decision>(`${root}/clawback-decisions/${id}/approve`, {}, act),
  withdraw: (id: string, reason: string, act: Act) =>
    http.post<Decision>(`${root}/clawback-decisions/${id}/withdraw`, { reason }, act),
  refunded: (id: string, payment: { paidOn: string; bankReference: string }, act: Act) =>
    http.post<Decision>(`${root}/clawback-decisions/${id}/paid`, payment, act),

  receive: (id: string, receipt: ReceiptEntry, act: Act) =>
    http.post<ClawbackDetail>(`${root}/clawbacks/${id}/receipts`, receipt, act),
  receipts: (query: Query) => http.get<Page<Receipt>>(`${root}/receipts`, query),
  receipt: (id: string) => http.get<ReceiptDetail>(`${root}/receipts/${id}`),
  record: (receipt: ReceiptEntry & { payerName?: string; reference?: string }, act: Act) =>
    http.post<ReceiptDetail>(`${root}/receipts`, receipt, act),
  match: (id: string, match: { clawbackId: string; amountFen: number; overpayment?: boolean }, act: Act) =>
    http.post<ReceiptDetail>(`${root}/receipts/${id}/match`, match, act),
  sendBack: (id: string, proposal: RefundProposal, act: Act) =>
    http.post<Decision>(`${root}/receipts/${id}/refunds`, proposal, act),
};
