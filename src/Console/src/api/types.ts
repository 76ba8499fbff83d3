import type { components as FundingApi } from "./generated/funding";
import type { components as RegistryApi } from "./generated/registry";
import type { components as ReportingApi } from "./generated/reporting";

// The shapes are the services' own, generated from docs/api by `npm run types`; here they get the names that the pages use.
type Registry = RegistryApi["schemas"];
export type Funding = FundingApi["schemas"];
export type Reporting = ReportingApi["schemas"];

/** Days are ISO text (`2026-01-05`), instants ISO text in UTC, amounts whole fen under names ending in `Fen`. */
export type Day = string;
export type Instant = string;

// ── Gateway ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Role =
  | "operator"
  | "district-reviewer"
  | "park-reviewer"
  | "city-reviewer"
  | "expert"
  | "finance-maker"
  | "finance-approver"
  | "leader"
  | "auditor"
  | "admin";

export type Session = {
  signedIn: boolean;
  subject?: string | null;
  username?: string | null;
  name?: string | null;
  roles?: Role[] | null;
  jurisdiction?: string | null;
  district?: string | null;
  organisation?: string | null;
  csrf?: string | null;
};

export type Clock = { now: Instant; today: Day; adjustable: boolean };

// ── Policies ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Decision = Registry["Decision"];
/** What stands behind a value: a sentence of the document, or a decision of the bureau where the document is silent. */
export type Citation = Registry["Citation"];
/** A field of a form; the service always writes both lists, empty where there is nothing to choose or to nest. */
export type FormField = Omit<Registry["FormField"], "type" | "required" | "options" | "fields"> & {
  type: Registry["FieldType"] | "choices" | "words" | "link";
  required: { always: boolean; field: string | null; is: string[] };
  options: Registry["Option"][];
  fields: FormField[];
};
/** A parameter's value; the document cannot tell that ratios are written as text. */
export type ParameterValue = Omit<Registry["ParameterValue"], "ratio" | "ratios"> & {
  ratio?: string | null;
  ratios?: Record<string, string> | null;
};
export type CitedValue = Omit<Registry["CitedOfParameterValue"], "value"> & { value: ParameterValue };
export type Parameter = Omit<Registry["Parameter"], "values"> & { values: CitedValue[] };
export type Grade = Registry["Grade"];
export type Category = Registry["Category"];
export type PackSummary = Registry["PackRow"] & {
  /** The end of its plan and whether a draft has effect, as the bureau has decided (P-6). */
  endsOn: Day | null;
  adopted: boolean;
  takesNew: boolean;
};
/** The way of an application: after which steps it becomes what. */
export type Route = {
  name: string;
  label: Registry["Label"];
  citation: Citation;
  field: string | null;
  is: string[];
  steps: string[];
  becomes: string;
};
export type Pack = Omit<
  Registry["PolicyPack"],
  "parameters" | "fields" | "indicators" | "registers" | "reminders" | "routes" | "claims" | "rewards"
> & {
  parameters: Parameter[];
  fields: FormField[];
  indicators: FormField[];
  registers: Register[];
  reminders: Reminder[];
  routes: Route[];
  claims: ClaimKind[];
  rewards: Reward[];
};
/** Who else pays: a part of the amount itself, or beside it. */
export type PayerShares = { within: boolean; payers: { key: string; label: Registry["Label"] }[]; citation: Citation };
/** What is paid on a claim: who files it, its form, where its payments stand, how it comes to its amount. */
export type ClaimKind = {
  name: string;
  label: Registry["Label"];
  citation: Citation;
  beneficiary: "company" | "institution";
  fields: FormField[];
  proofs: { list: string; number: string; amount: string; evidence: string | null } | null;
  calculation: string | null;
  tariff: string | null;
  shares: PayerShares | null;
};
/** What the bureau rewards each year, by grade or body. */
export type Reward = {
  name: string;
  label: Registry["Label"];
  citation: Citation;
  by: "grade" | "body";
  shares: PayerShares | null;
};
/** What a pack reminds of: an entry that is missing, or one that waits after its term. */
export type Reminder = {
  name: string;
  label: Registry["Label"];
  citation: Citation;
  kind: "missing" | "overdue";
  register: string;
  /** Of whom it is missing: `institution` or a register. */
  of: string | null;
  turn: { cycle: string; year: string } | null;
};
/** A register as a pack defines it: its form, its states, what moves an entry on. */
export type Register = {
  name: string;
  label: Registry["Label"];
  citation: Citation;
  /** `institution`, another register, or nothing. */
  about: string | null;
  roles: string[];
  public: boolean;
  title: string;
  columns: string[];
  filters: string[];
  from: string | null;
  until: string | null;
  barred: string | null;
  fields: FormField[];
  states: RegisterState[];
  steps: RegisterStep[];
  balances: { name: string; label: Registry["Label"]; citation: Citation }[];
  matches: { with: string; on: Record<string, string>; citation: Citation }[];
};
export type RegisterState = { key: string; label: Registry["Label"]; final: boolean };
export type RegisterStep = {
  key: string;
  label: Registry["Label"];
  citation: Citation;
  from: string[];
  to: string;
  roles: string[];
  secondPerson: boolean;
  document: boolean;
  meeting: boolean;
  ground: string | null;
  fields: FormField[];
};
export type Figure = Funding["Figure"];
export type SheetLine = Funding["SheetLine"];
export type Sheet = Funding["CalculationSheet"];

// ── Registry ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Answers = Record<string, unknown>;
export type Attachment = Registry["FileView"];
export type FieldReason = Registry["FieldReason"];
export type ApplicationSummary = Registry["ApplicationRow"] & { route: string | null; category: string | null };
export type ApplicationStep = Registry["StepView"] & { forName: string | null };
export type Application = Omit<Registry["ApplicationView"], "answers" | "examination" | "timeline"> & {
  route: string | null;
  callId: string | null;
  /** After a return, the last day on which it may be handed in again under its call. */
  supplementUntil?: Day | null;
  timeline: ApplicationStep[];
  answers: Answers;
  examination: Finding[];
};
export type RecommendationList = Registry["RecommendationListView"];
export type InstitutionSummary = Registry["InstitutionRow"];
export type Institution = Registry["InstitutionView"];
export type Recommendation = Registry["ListRequest"];
export type ConstructionEntry = Registry["ConstructionEntryRequest"];
export type WorkingDayCalendar = Registry["CalendarView"];

/** What a pack's condition says of an application, and what a person answered (ZS-09…12). */
export type Finding = Registry["ConditionView"];

export type Expert = Registry["ExpertView"] & { subject: string };
export type Enrolment = Registry["EnrolRequest"];
/** Experts drawn by lot, with all that is needed to repeat it. */
export type Drawing = {
  seed: string;
  count: number;
  field?: string | null;
  applicationId?: string | null;
  at: Instant;
  byName: string;
  pool: string[];
  leftOut: number;
  drawn: string[];
};
/** Experts by name, so many by lot, or both. */
export type Appointment = { experts?: { expertId: string }[]; draw?: { count: number; field?: string } };
export type SelectionSummary = Omit<Registry["SelectionRow"], "track"> & { track: string | null; category: string | null };
export type Selection = Omit<Registry["SelectionView"], "track" | "passingScore" | "unanimous" | "entries"> & {
  track: string | null;
  category: string | null;
  passingScore: number | null;
  unanimous: boolean | null;
  dispersionLimit: number | null;
  thirdOpinions: number;
  drawings: Drawing[];
  entries: SelectionEntry[];
};
export type EntrySheet = Registry["EntrySheetView"] & { thirdOpinion: boolean };
export type SelectionEntry = Omit<Registry["EntryView"], "sheets"> & {
  spread: number | null;
  thirdOpinionsWanted: number;
  sheets: EntrySheet[];
};
export type SelectionOpening = Appointment & {
  programme: string;
  title: string;
  track?: string;
  category?: string;
  places?: number;
  applications: { id: string; version: number }[];
};
export type SelectionDecision = Registry["DecisionRequest"];
export type ScoreSheet = Registry["ScoreSheetView"] & { firstSpread: number | null; dispersionLimit: number | null };
export type Score = Registry["ScoreRequest"];
export type NoticeLine = Registry["NoticeLine"];
/** Lists of days are ISO text as well; the document cannot tell. */
export type PublicNotice = Omit<Registry["PublicNotice"], "workingDays"> & { workingDays: Day[] };
export type Notice = Omit<Registry["NoticeView"], "notice"> & { notice: PublicNotice };
export type NoticePosting = Registry["NoticeRequest"];
export type Objection = Registry["ObjectionView"];
export type ObjectionForm = Registry["ObjectionRequest"];
export type ObjectionDecision = Registry["ObjectionDecision"];
export type ObjectionReceipt = Registry["ObjectionReceipt"];
export type ObjectionState = Registry["ObjectionState"];
export type Announcement = Omit<Registry["AnnouncementView"], "noticeId"> & { noticeId: string | null; number: string };
export type AnnouncementRequest = Omit<Registry["AnnouncementRequest"], "centres"> & {
  centres: { applicationId: string; field?: string }[];
};
export type PublicCentre = Registry["PublicCentre"];
export type Certificate = Registry["CertificateView"];
/** Whom a ban stops, in what and where; what it came of is a case or an entry of a register (HB-05). */
export type Ban = Omit<Registry["BanView"], "institutionId" | "sanctionId"> & {
  institutionId: string | null;
  sanctionId: string | null;
  registerEntryId: string | null;
  /** A programme, for its applications, or `programme/register`. */
  covers: string[];
  place: string | null;
  liftings: BanLiftingStep[];
};
/** A proposal to lift a ban, and what became of it. */
export type BanLiftingStep = {
  status: "proposed" | "confirmed" | "refused";
  documentNumber: string;
  decidedOn: Day;
  reason: string;
  proposedAt: Instant;
  proposedByName: string;
  closedByName: string | null;
  refusal: string | null;
};
export type BanLifting = Registry["LiftRequest"];
export type RectificationWarning = Registry["RectificationWarningView"];
export type Sanction = Omit<Registry["SanctionView"], "bans"> & { bans: Ban[] };
export type SanctionProposal = Registry["SanctionRequest"];
export type SanctionDecision = Registry["ConfirmationRequest"];
export type MajorChange = Registry["ChangeView"];
export type ChangeKind = Registry["ChangeKind"];
export type ChangeReport = Registry["ChangeRequest"];
export type ChangeExamination = Registry["ExaminationRequest"];
export type Paper = Registry["PaperView"];
export type PaperGap = Registry["PaperGap"];
export type Papers = Registry["PapersView"];
export type PaperWarning = Registry["PaperWarningRow"];
export type PaperFiling = Registry["PaperRequest"];
export type Opinion = Registry["OpinionView"];
export type OpinionRegistration = Registry["OpinionRequest"];
export type OpinionVerification = Registry["OpinionVerification"];
export type Interpretation = Registry["InterpretationView"];
export type InterpretationEntry = Registry["InterpretationRequest"];

// ── Funding ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Appropriation = Funding["AppropriationView"];
export type Account = Funding["AccountView"];
export type AccountDetail = Funding["AccountDetail"];
export type Hold = Funding["HoldView"];
export type HoldCause = Funding["HoldCause"];
export type Advance = Funding["AdvanceView"];
export type AdvanceDetail = Funding["AdvanceDetail"];
export type { BankResult, Payment, PaymentResult, PaymentRunDetail, PaymentStep, RecordedResults } from "./payments";
export type PaymentRun = Funding["PaymentRunView"];
export type Settlement = Funding["SettlementView"];
export type SettlementDetail = Funding["SettlementDetail"];
export type SettlementRevision = Funding["RevisionView"];
export type DeadlineClock = Funding["DeadlineView"];
export type DeadlineCase = Funding["DeadlineCaseView"];
export type DeadlineCaseDetail = Funding["DeadlineCaseDetail"];
export type SpendingReport = Funding["SpendingReport"];
export type SpendingStatement = Funding["SpendingStatementView"];
export type SpendingStatementDetail = Funding["SpendingStatementDetail"];
export type Voucher = Funding["VoucherView"];
export type VoucherFinding = Funding["VoucherFinding"];
export type StatementFile = Funding["StatementFileView"];
export type Posting = Funding["PostingView"];
export type LedgerReport = Funding["LedgerReport"];
export type BankOutcome = Funding["PaymentOutcome"];

// ── Reporting ────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Review = Reporting["ReviewView"];
export type ReviewStep = Reporting["ReviewStepView"];
export type ReviewDetail = Reporting["ReviewDetail"];
export type { Evaluation, EvaluationDetail, EvaluationRound, EvaluationRoundDetail, EvaluationStep } from "./evaluations";
export type PeriodicReport = Reporting["PeriodicReportView"];
/** A report's figures are whatever indicators the pack has. */
export type PeriodicReportDetail = Omit<Reporting["PeriodicReportDetail"], "indicators"> & { indicators: Answers };
export type MonitoredBody = Omit<Reporting["MonitoredBody"], "indicators"> & { indicators: Answers | null };
export type Monitoring = Omit<Reporting["MonitoringView"], "items"> & { items: MonitoredBody[] };
export type MonitoredGap = Reporting["PaperGap"];
export type Analysis = Reporting["AnalysisView"];
export type Targets = Reporting["TargetsView"];
export type Target = Reporting["TargetView"];
export type CountedBody = Reporting["CountedBody"];
export type TargetFigure = Reporting["FigureDetail"];
export type Board = Reporting["BoardView"];
export type BoardTask = Reporting["TaskView"];
export type TaskDuty = Reporting["DutyView"];
export type DutyDetail = Reporting["DutyDetail"];
export type DutyStatus = Reporting["DutyStatus"];
export type Roadmap = Reporting["RoadmapView"];
export type LeaguePreview = Reporting["PreviewView"];
export type LeagueTable = Reporting["LeagueTableView"];
export type LeagueTableDetail = Reporting["LeagueTableDetail"];
export type LeagueContent = Reporting["LeagueContent"];
export type LeagueRow = Reporting["LeagueRow"];
export type Bulletin = Reporting["BulletinView"];
export type BulletinDetail = Reporting["BulletinDetail"];
export type BulletinBlock = Reporting["BulletinBlock"];
export type Commendable = Reporting["Commendable"];
export type CommendedCase = Reporting["CommendedCase"];
export type LibraryCase = Reporting["LibraryCaseView"];
export type BulletinEdit = {
  title: { zh: string; en: string };
  blocks: { key: string | null; kind: BulletinBlock["kind"]; text: { zh: string; en: string } }[];
};

// ── The console's own ────────────────────────────────────────────────────────────────────────────────────────────────
/** Something that happened, as the timeline shows it. */
export type TimelineEntry = { at: Instant | Day; what: string; by: string; clause?: string; note?: string | null };
