import { type Act, http, type Page } from "./http";
import type {
  Account,
  AccountDetail,
  Advance,
  AdvanceDetail,
  Appropriation,
  BankResult,
  DeadlineCase,
  DeadlineCaseDetail,
  DeadlineClock,
  Hold,
  LedgerReport,
  Payment,
  PaymentRun,
  PaymentRunDetail,
  Posting,
  RecordedResults,
  Settlement,
  SettlementDetail,
  Sheet,
  SpendingReport,
  SpendingStatement,
  SpendingStatementDetail,
  StatementFile,
  VoucherFinding,
} from "./types";

const root = "/api/funding";
type Query = Record<string, string | undefined>;

export type AppropriationProposal = {
  programme: string;
  fiscalYear: number;
  amountFen: number;
  documentNumber: string;
  documentDate: string;
  functionalSubject: string;
};

/** A hold with its body. */
export type HeldBody = { institutionId: string; name: string; hold: Hold };

export type AdvanceProposal = {
  institutionId: string;
  appropriationId: string;
  amountFen: number;
  purpose: string;
  allotmentNumber: string;
  allottedOn: string;
  payeeAccount: string;
  payeeName: string;
  coBuildReason?: string;
  payeeBank?: string;
  /** The failed or returned advance that it pays again. */
  replacesId?: string;
  /** The decision by which it tops up a settled year (补差). */
  topUp?: { documentNumber: string; decidedOn: string };
};

/** Every act on money carries the key of the form it came from, so that a form sent twice pays once. */
export const funding = {
  appropriations: (query: Query) => http.get<Page<Appropriation>>(`${root}/appropriations`, query),
  appropriation: (id: string) => http.get<Appropriation>(`${root}/appropriations/${id}`),
  proposeAppropriation: (proposal: AppropriationProposal, act: Act) =>
    http.post<Appropriation>(`${root}/appropriations`, proposal, act),
  approveAppropriation: (id: string, act: Act) => http.post<Appropriation>(`${root}/appropriations/${id}/approve`, {}, act),

  withdrawAppropriation: (id: string, act: Act) => http.post<Appropriation>(`${root}/appropriations/${id}/withdraw`, {}, act),
  appropriationSheet: (id: string) => http.get<Sheet>(`${root}/appropriations/${id}/sheet`),

  accounts: (query: Query) => http.get<Page<Account>>(`${root}/accounts`, query),
  account: (institutionId: string) => http.get<AccountDetail>(`${root}/accounts/${institutionId}`),
  holds: (query: Query) => http.get<Page<HeldBody>>(`${root}/holds`, query),
  hold: (institutionId: string, reason: string, act: Act) =>
    http.post<AccountDetail>(`${root}/accounts/${institutionId}/holds`, { reason }, act),
  release: (holdId: string, reason: string, act: Act) =>
    http.post<AccountDetail>(`${root}/holds/${holdId}/release`, { reason }, act),

  advances: (query: Query) => http.get<Page<Advance>>(`${root}/advances`, query),
  advance: (id: string) => http.get<AdvanceDetail>(`${root}/advances/${id}`),
  advanceSheet: (id: string) => http.get<Sheet>(`${root}/advances/${id}/sheet`),
  proposeAdvance: (proposal: AdvanceProposal, act: Act) => http.post<AdvanceDetail>(`${root}/advances`, proposal, act),
  approveAdvance: (id: string, act: Act) => http.post<AdvanceDetail>(`${root}/advances/${id}/approve`, {}, act),
  cancelAdvance: (id: string, reason: string, act: Act) =>
    http.post<AdvanceDetail>(`${root}/advances/${id}/cancel`, { reason }, act),

  payments: (query: Query) => http.get<Page<Payment>>(`${root}/payments`, query),
  paymentRuns: (query: Query) => http.get<Page<PaymentRun>>(`${root}/payment-runs`, query),
  paymentRun: (id: string) => http.get<PaymentRunDetail>(`${root}/payment-runs/${id}`),
  gatherRun: (run: { programme: string; fiscalYear: number; paymentIds: string[] }, act: Act) =>
    http.post<PaymentRunDetail>(`${root}/payment-runs`, run, act),
  sealRun: (id: string, act: Act) => http.post<PaymentRunDetail>(`${root}/payment-runs/${id}/seal`, {}, act),
  dissolveRun: (id: string, act: Act) => http.post<PaymentRunDetail>(`${root}/payment-runs/${id}/dissolve`, {}, act),
  recordResults: (id: string, results: BankResult[], act: Act) =>
    http.post<RecordedResults>(`${root}/payment-runs/${id}/results`, { results }, act),

  settlements: (query: Query) => http.get<Page<Settlement>>(`${root}/settlements`, query),
  settlement: (id: string) => http.get<SettlementDetail>(`${root}/settlements/${id}`),
  settlementSheet: (id: string) => http.get<Sheet>(`${root}/settlements/${id}/sheet`),

  deadlines: (query: Query) => http.get<Page<DeadlineClock>>(`${root}/deadlines`, query),
  deadlineCases: (query: Query) => http.get<Page<DeadlineCase>>(`${root}/deadline-cases`, query),
  deadlineCase: (id: string) => http.get<DeadlineCaseDetail>(`${root}/deadline-cases/${id}`),
  deadlineCaseSheet: (id: string) => http.get<Sheet>(`${root}/deadline-cases/${id}/sheet`),
  confirmDeadlineCase: (id: string, decision: { documentNumber: string; decidedOn: string }, act: Act) =>
    http.post<DeadlineCaseDetail>(`${root}/deadline-cases/${id}/confirm`, decision, act),

  statements: (query: Query) => http.get<Page<SpendingStatement>>(`${root}/spending-statements`, query),
  statement: (id: string) => http.get<SpendingStatementDetail>(`${root}/spending-statements/${id}`),
  submitStatement: (report: SpendingReport, act: Act) =>
    http.post<SpendingStatementDetail>(`${root}/spending-statements`, report, act),
  attachVoucher: (id: string, file: File, voucher?: string) =>
    http.upload<StatementFile>(`${root}/spending-statements/${id}/attachments`, file, { voucher }),
  voucherFileAddress: (id: string) => `${root}/attachments/${id}`,
  verifyStatement: (id: string, rows: VoucherFinding[], act: Act) =>
    http.post<SpendingStatementDetail>(`${root}/spending-statements/${id}/verify`, { rows }, act),
  confirmStatement: (id: string, act: Act) =>
    http.post<SpendingStatementDetail>(`${root}/spending-statements/${id}/confirm`, {}, act),
  returnStatement: (id: string, reason: string, act: Act) =>
    http.post<SpendingStatementDetail>(`${root}/spending-statements/${id}/return`, { reason }, act),

  postings: (query: Query) => http.get<Page<Posting>>(`${root}/ledger/postings`, query),
  verifyLedger: () => http.get<LedgerReport>(`${root}/ledger/verify`),
};
