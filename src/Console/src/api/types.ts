import type { Text } from "../shell/text";

/** Days are ISO text (`2026-01-05`), instants ISO text in UTC, amounts whole fen under names ending in `Fen`. */
export type Day = string;
export type Instant = string;

// ── Gateway ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Role =
  | "operator"
  | "district-reviewer"
  | "city-reviewer"
  | "expert"
  | "finance-maker"
  | "finance-approver"
  | "leader"
  | "auditor"
  | "admin";

export type Session = {
  signedIn: boolean;
  subject?: string;
  name?: string;
  roles?: Role[];
  jurisdiction?: string | null;
  district?: string | null;
  organisation?: string | null;
  csrf?: string;
};

export type Clock = { now: Instant; today: Day; adjustable?: boolean; offsetSeconds?: number };

// ── Policies ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Decision = { number: string; date: Day; zh: string; en: string };

/** What stands behind a value: a sentence of the document, a rule of the platform, or a decision of the bureau where both are silent. */
export type Citation = { clauseId: string; quote: string; source: "law" | "bureau" | "platform"; decision?: Decision | null };

export type FieldType =
  | "text"
  | "long-text"
  | "integer"
  | "amount"
  | "day"
  | "past-day"
  | "flag"
  | "choice"
  | "category"
  | "social-credit-code"
  | "list"
  | "reference"
  | "attachment";

export type FormField = {
  name: string;
  label: Text;
  type: FieldType;
  /** Always, or when another field has a certain answer, or never. */
  required: { always: boolean; field?: string | null; is?: string | null };
  citation: Citation;
  help?: Text | null;
  options: { key: string; label: Text }[];
  /** A list's own fields. */
  fields: FormField[];
  /** The longest text, or the largest number of items or files. */
  max: number;
  /** Where the texts stand that a reference may name: `leadBodies.name`. */
  of?: string | null;
};

export type ParameterValue = {
  amountFen?: number;
  number?: number;
  ratio?: string;
  ratios?: Record<string, string>;
  periodText?: string;
  choices?: string[];
  text?: string;
  flag?: boolean;
};

export type Cited<T> = Citation & { name: string; label: Text; value: T; from: Day };
export type Parameter = { name: string; kind: string; referenceDay: string; label: Text; values: Cited<ParameterValue>[] };
export type Grade = { key: string; label: Text; citation: Citation };
export type Category = { key: string; label: Text; citation: Citation; needsFinding: boolean };

export type PackSummary = {
  programme: string;
  jurisdiction: string;
  title: Text;
  status: "draft" | "in-force" | "ended";
  from: Day;
  until?: Day | null;
  hash: string;
  /** Whether this version of the pack rules today. */
  ruling?: boolean;
};

export type Pack = PackSummary & {
  documents: { key: string; title: Text; number?: string | null; issuer: string; date: Day }[];
  clauses: { id: string; document: string; article: string; quote: string; title: Text }[];
  categories: Category[];
  fields: FormField[];
  grades: Grade[];
  procedure: { key: string; kind: string; role: string; label: Text; citation: Citation }[];
  parameters: Parameter[];
};

export type Figure = {
  kind: "money" | "count" | "ratio" | "day" | "flag" | "text";
  fen?: number;
  number?: number;
  day?: Day;
  flag?: boolean;
  text?: Text;
};

/** A figure and what it came from. */
export type SheetLine = Citation & {
  label: Text;
  inputs: { label: Text; value: Figure }[];
  rounding?: "half-even" | "floor" | null;
  result: Figure;
};

export type Sheet = {
  title: Text;
  programme: string;
  programmeTitle: Text;
  packFrom: Day;
  packHash: string;
  lines: SheetLine[];
};

// ── Registry ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type ApplicationStatus =
  | "draft"
  | "submitted"
  | "returned"
  | "resubmitted"
  | "recommended"
  | "entered"
  | "refused"
  | "withdrawn";

export type Attachment = { id: string; field: string; fileName: string; mediaType: string; lengthBytes: number; sha256: string };
export type FieldReason = { field: string; reason: string };

export type ApplicationSummary = {
  id: string;
  version: number;
  programme: string;
  status: ApplicationStatus;
  district: string;
  organisation: string;
  title?: string | null;
  submittedOn?: Day | null;
  startedOn: Day;
  round: number;
};

export type ApplicationStep = {
  number: number;
  kind: string;
  at: Instant;
  actorName: string;
  actorRole: string;
  clause: string;
  reason?: string | null;
  documentNumber?: string | null;
  documentDate?: Day | null;
  fieldReasons: FieldReason[];
};

export type Answers = Record<string, unknown>;

export type Application = ApplicationSummary & {
  answers: Answers;
  files: Attachment[];
  timeline: ApplicationStep[];
  policyHash?: string | null;
};

export type RecommendationList = {
  id: string;
  programme: string;
  district: string;
  documentNumber: string;
  issuedOn: Day;
  issuedByName: string;
  applications: { applicationId: string; number: number; title: string; organisation: string }[];
};

export type Institution = {
  id: string;
  programme: string;
  jurisdiction: string;
  district: string;
  name: string;
  category: string;
  standing: string;
  standingSince: Day;
  implementingBodyCode: string;
  implementingBodyName: string;
  coBuilt: boolean;
  decisionNumber: string;
  recognisedOn?: Day | null;
  applicationId?: string;
  history?: { standing: string; effectiveFrom: Day; decisionNumber: string; decidedOn: Day; clause: string }[];
};

// ── Funding ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Appropriation = {
  id: string;
  version: number;
  programme: string;
  fiscalYear: number;
  status: "proposed" | "open" | "withdrawn";
  amountFen: number;
  committedFen: number;
  leftFen: number;
  paidFen: number;
  entitledFen: number;
  recoveredFen: number;
  documentNumber: string;
  documentDate: Day;
  proposed: Signature;
  approved?: Signature | null;
  withdrawn?: Signature | null;
};

/** Something that happened, as the timeline shows it. */
export type TimelineEntry = { at: Instant | Day; what: string; by: string; clause?: string; note?: string | null };

/** Who did something, and when. */
export type Signature = { subject: string; name: string; at: Instant };

export type Hold = { id: string; reason: string; placed: Signature; released?: Signature | null; releaseReason?: string | null };

export type FundedYear = {
  fiscalYear: number;
  liveAdvances: number;
  committedFen: number;
  paidFen: number;
  entitledFen: number;
  recoveredFen: number;
};

export type Account = {
  institutionId: string;
  version: number;
  name: string;
  programme: string;
  district: string;
  category: string;
  implementingBodyName: string;
  coBuilt: boolean;
  standing: string;
  standingSince: Day;
  recognisedOn?: Day | null;
  yearsUsed: number[];
  maxYears?: number | null;
  firstAllottedOn?: Day | null;
  deadline?: Day | null;
  openHolds: number;
  years: FundedYear[];
};

export type AccountDetail = { account: Account; holds: Hold[] };

export type AdvanceStatus = "proposed" | "approved" | "exported" | "paid" | "returned" | "failed" | "cancelled";

export type Advance = {
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  appropriationId: string;
  programme: string;
  fiscalYear: number;
  amountFen: number;
  purpose: string;
  allotmentNumber: string;
  allottedOn: Day;
  payeeName: string;
  payeeAccount: string;
  status: AdvanceStatus;
  paymentRunId?: string | null;
  approvedOn?: Day | null;
  exportedOn?: Day | null;
  paidOn?: Day | null;
  endedOn?: Day | null;
};

export type AdvanceStep = { status: AdvanceStatus; on: Day; by?: string | null; note?: string | null };
export type AdvanceDetail = {
  advance: Advance;
  coBuildReason?: string | null;
  endReason?: string | null;
  timeline: AdvanceStep[];
};

export type PaymentRun = {
  id: string;
  version: number;
  programme: string;
  fiscalYear: number;
  status: "gathered" | "sealed" | "dissolved";
  payments: number;
  totalFen: number;
  gathered: Signature;
  sealed?: Signature | null;
  dissolved?: Signature | null;
  sealedOn?: Day | null;
  checksum?: string | null;
};

export type PaymentResult = {
  advanceId: string;
  outcome: "paid" | "failed" | "returned";
  on: Day;
  bankReference: string;
  reason?: string | null;
  recorded: Signature;
};

export type PaymentRunDetail = { run: PaymentRun; advances: Advance[]; results: PaymentResult[] };

export type BankResult = {
  advanceId: string;
  outcome: "paid" | "failed" | "returned";
  on: Day;
  bankReference: string;
  reason?: string;
};

export type Settlement = {
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  programme: string;
  fiscalYear: number;
  reviewId: string;
  revision: number;
  grade: string;
  advanceFen: number;
  entitledFen: number;
  clawbackFen: number;
};

export type SettlementDetail = { settlement: Settlement; revisions: SettlementRevision[]; clawbackId?: string | null };

export type SettlementRevision = {
  revision: number;
  grade: string;
  publishedOn: Day;
  documentNumber: string;
  settledOn: Day;
  advanceFen: number;
  entitledFen: number;
  clawbackFen: number;
};

export type Receipt = { id: string; amountFen: number; receiptNumber: string; receivedOn: Day; recorded: Signature };

export type Clawback = {
  id: string;
  version: number;
  institutionId: string;
  institutionName: string;
  programme: string;
  fiscalYear: number;
  settlementId: string;
  status: "open" | "closed" | "withdrawn";
  claimedFen: number;
  receivedFen: number;
  outstandingFen: number;
  refundDueFen: number;
  openedOn: Day;
  dueOn: Day;
  overdue: boolean;
  closedOn?: Day | null;
};

export type ClawbackDetail = { clawback: Clawback; receipts: Receipt[] };

export type Posting = {
  sequence: number;
  kind: string;
  programme: string;
  fiscalYear: number;
  institutionId?: string | null;
  debit: string;
  credit: string;
  amountFen: number;
  postedOn: Day;
  reference: string;
  /** Its place in the chain; null until it is sealed. */
  chainPosition?: number | null;
  hash?: string | null;
};

export type LedgerReport = {
  intact: boolean;
  postings: number;
  sealed: number;
  unsealed: number;
  head?: string | null;
  keyId: string;
  faultCount: number;
  faults: { code: string; subject: string; zh: string; en: string }[];
};

// ── Reporting ────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Review = {
  id: string;
  institutionId: string;
  institutionName: string;
  district: string;
  programme: string;
  fiscalYear: number;
  status: "due" | "graded" | "published";
  paidFen: number;
  grade?: string | null;
  publishedGrade?: string | null;
  publishedOn?: Day | null;
  publications: number;
  entitledFen?: number | null;
  clawbackFen?: number | null;
  version: number;
};

export type ReviewStep = { what: string; grade: string; reason: string; byName: string; at: Instant };
export type ReviewDetail = { review: Review; steps: ReviewStep[] };
