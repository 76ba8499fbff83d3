import { type Act, http, type Page } from "./http";
import type { Funding, Sheet } from "./types";

const root = "/api/funding";
type Query = Record<string, string | undefined>;

export type ClawbackCause = Funding["ClawbackCause"];
export type Instalment = Funding["Instalment"];

export type Clawback = Funding["ClawbackView"];

/** A notice that takes money back (追缴通知书). */
export type ClawbackNotice = Funding["NoticeView"];

export type NoticeDetail = Funding["NoticeDetail"];

/** A notice in the list of all that went out. */
export type IssuedNotice = Funding["IssuedNotice"];

export type Objection = Funding["ObjectionView"];

export type DecisionKind = Funding["DecisionKind"];

/** What two persons decide about a clawback. */
export type Decision = Funding["DecisionView"];

/** What a case got of a receipt. */
export type ReceiptPart = Funding["ReceiptPartView"];
export type Reminder = Funding["ReminderView"];

export type ClawbackDetail = Funding["ClawbackDetail"];

/** A receipt (缴款书), matched to its cases or not yet. */
export type Receipt = Funding["ReceiptView"];

export type SuggestedCase = Funding["SuggestedCase"];

export type ReceiptMatch = Funding["MatchView"];
export type ReceiptDetail = Funding["ReceiptDetail"];

export type Ageing = Funding["ProgrammeAgeing"];

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
  instalments: (id: string, proposal: { parts: Instalment[]; reason: string; accelerates: boolean }, act: Act) =>
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
