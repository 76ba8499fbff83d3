import { changes as appropriationChanges } from "../../api/appropriations";
import { type Clawback, clawbacks } from "../../api/clawbacks";
import { funding } from "../../api/funding";
import type { Page } from "../../api/http";
import { payments } from "../../api/payments";
import type { DeadlineClock } from "../../api/types";
import { DaysLeft } from "../../deadlines/DaysLeft";
import { runNumber } from "../../paymentRuns/runNumber";
import { Money } from "../../shared/Money";
import { limit, listOf, type Todo, type TodoItem } from "./todo";

const advances = (status: string) => () =>
  listOf(funding.advances({ status, limit }), (row) => ({
    to: `/advances/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.amountFen} />,
  }));

const runs = (status: string) => () =>
  listOf(funding.paymentRuns({ status, limit }), (row) => ({
    to: `/payment-runs/${row.id}`,
    text: `${runNumber(row.id)} · ${row.fiscalYear}`,
    aside: <Money fen={row.totalFen} />,
  }));

const payeeAccounts = () =>
  listOf(payments.payeeAccounts({ status: "proposed", limit }), (row) => ({
    to: "/payee-accounts?status=proposed",
    text: row.ownerName,
    aside: <code>{row.number}</code>,
  }));

const differences = () =>
  listOf(payments.differences({ status: "open", limit }), (row) => ({
    to: `/reconciliations/${row.reconciliationId}`,
    text: `${row.day} · ${row.name}`,
    aside: <Money fen={row.bankFen ?? row.bookedFen ?? 0} />,
  }));

/** Days on which money moved and whose statement nobody has brought. */
const daysDue = async (): Promise<Page<TodoItem>> => {
  const { days } = await payments.daysDue();
  return { items: days.map((day) => ({ to: `/reconciliations?day=${day}`, text: day, aside: null })), next: null };
};

const clawbacksOf = (query: Record<string, string>, fen: (row: Clawback) => number) => () =>
  listOf(clawbacks.list({ ...query, limit }), (row) => ({
    to: `/clawbacks/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={fen(row)} />,
  }));
const openClawbacks = clawbacksOf({ status: "open" }, (row) => row.outstandingFen);

const clawbackDecisions = (kind?: string) => () =>
  listOf(clawbacks.decisions({ status: "proposed", kind, limit }), (row) => ({
    to: row.clawbackId ? `/clawbacks/${row.clawbackId}` : "/clawback-decisions?status=proposed",
    text: `${row.institutionName ?? row.payeeName ?? ""} ${row.fiscalYear ?? ""}`,
    aside: <Money fen={row.amountFen} />,
  }));

const unmatchedReceipts = () =>
  listOf(clawbacks.receipts({ unmatched: "true", limit }), (row) => ({
    to: `/receipts/${row.id}`,
    text: row.receiptNumber,
    aside: <Money fen={row.unmatchedFen} />,
  }));

const appropriations = async (): Promise<Page<TodoItem>> => {
  const page = await funding.appropriations({ limit });
  const proposed = { ...page, items: page.items.filter((one) => one.status === "proposed") };
  return listOf(Promise.resolve(proposed), (row) => ({
    to: `/appropriations/${row.id}`,
    text: `${row.fiscalYear} · ${row.documentNumber}`,
    aside: <Money fen={row.amountFen} />,
  }));
};

const changes = () =>
  listOf(appropriationChanges.waiting(limit), (row) => ({
    to: `/appropriations/${row.appropriationId}`,
    text: `${row.documentNumber} · ${row.reason}`,
    aside: <Money fen={row.amountFen} />,
  }));

const awaitingLeader = () =>
  listOf(funding.advances({ awaiting: "leader", limit }), (row) => ({
    to: `/advances/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.amountFen} />,
  }));

const deadlineCases = () =>
  listOf(funding.deadlineCases({ status: "proposed", limit }), (row) => ({
    to: `/deadline-cases/${row.id}`,
    text: row.institutionName,
    aside: <Money fen={row.amountFen} />,
  }));

/** The clocks of bodies not recognised yet that the platform has warned of (ZS-08). */
const warned = async (): Promise<Page<TodoItem>> => {
  const page = await funding.deadlines({ recognised: "false", limit: "200" });
  const soon = page.items.filter((clock) => clock.stage === "warned").sort(byDaysLeft);
  return listOf(Promise.resolve({ ...page, items: soon }), (clock) => ({
    to: "/deadlines?recognised=false",
    text: clock.name,
    aside: <DaysLeft clock={clock} />,
  }));
};
const byDaysLeft = (one: DeadlineClock, other: DeadlineClock) => (one.daysLeft ?? 0) - (other.daysLeft ?? 0);

const statements = (status: string) => () =>
  listOf(funding.statements({ status, limit }), (row) => ({
    to: `/spending/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.totalFen} />,
  }));

/** What waits in funding: what they are paid. */
export const fundingTodos: Todo[] = [
  {
    key: "appropriations",
    roles: ["finance-approver"],
    title: { zh: "年度安排待复核", en: "Appropriations to approve" },
    none: { zh: "没有待复核的年度安排", en: "No appropriations to approve" },
    to: "/appropriations",
    load: appropriations,
  },
  {
    key: "appropriation-changes",
    roles: ["finance-approver"],
    title: { zh: "年度安排调整待复核", en: "Changes of appropriations to approve" },
    none: { zh: "没有待复核的调整", en: "No changes to approve" },
    to: "/appropriations",
    load: changes,
  },
  {
    key: "awaiting-leader",
    roles: ["leader"],
    title: { zh: "拨付待领导批准", en: "Advances for a leader to approve" },
    none: { zh: "没有待领导批准的拨付", en: "No advances for a leader to approve" },
    to: "/advances",
    load: awaitingLeader,
  },
  {
    key: "proposed",
    roles: ["finance-approver"],
    title: { zh: "拨付待复核", en: "Advances to approve" },
    none: { zh: "没有待复核的拨付", en: "No advances to approve" },
    to: "/advances?status=proposed",
    load: advances("proposed"),
  },
  {
    key: "to-seal",
    roles: ["finance-approver"],
    title: { zh: "支付批次待封存", en: "Payment runs to seal" },
    none: { zh: "没有待封存的批次", en: "No runs to seal" },
    to: "/payment-runs?status=gathered",
    load: runs("gathered"),
  },
  {
    key: "to-gather",
    roles: ["finance-maker"],
    title: { zh: "已复核，待组批支付", en: "Approved, to be gathered" },
    none: { zh: "没有待组批的拨付", en: "No advances to gather" },
    to: "/advances?status=approved",
    load: advances("approved"),
  },
  {
    key: "to-confirm",
    roles: ["finance-maker"],
    title: { zh: "已封存，待登记银行回单", en: "Sealed, awaiting the bank" },
    none: { zh: "没有等待回单的批次", en: "No runs await the bank" },
    to: "/payment-runs?status=sealed",
    load: runs("sealed"),
  },
  {
    key: "payee-accounts",
    roles: ["finance-approver"],
    title: { zh: "收款账户变更待确认", en: "Payee accounts to confirm" },
    none: { zh: "没有待确认的账户变更", en: "No account waits for confirmation" },
    to: "/payee-accounts?status=proposed",
    load: payeeAccounts,
  },
  {
    key: "days-to-reconcile",
    roles: ["finance-maker"],
    title: { zh: "待导入银行流水的日期", en: "Days to reconcile" },
    none: { zh: "没有待对账的日期", en: "Every day is reconciled" },
    to: "/reconciliations",
    load: daysDue,
  },
  {
    key: "differences",
    roles: ["finance-approver", "finance-maker"],
    title: { zh: "对账差异待说明", en: "Differences with the bank" },
    none: { zh: "账实相符", en: "Books and bank agree" },
    to: "/reconciliations?open=true",
    load: differences,
  },
  {
    key: "deadline-cases",
    roles: ["finance-approver"],
    title: { zh: "逾期未认定待确认", en: "Missed deadlines to confirm" },
    none: { zh: "没有待确认的逾期案", en: "No deadline cases to confirm" },
    to: "/deadline-cases?status=proposed",
    load: deadlineCases,
  },
  {
    key: "deadline-warnings",
    roles: ["operator", "finance-maker", "finance-approver", "city-reviewer", "leader", "auditor"],
    title: { zh: "认定期限将满", en: "Recognition deadlines ending soon" },
    none: { zh: "没有临近期满的机构", en: "No deadline ends soon" },
    to: "/deadlines?recognised=false",
    passive: true,
    load: warned,
  },
  {
    key: "statements-returned",
    roles: ["operator"],
    title: { zh: "被退回的支出报表", en: "Spending statements sent back" },
    none: { zh: "没有退回的支出报表", en: "None was sent back" },
    to: "/spending?status=returned",
    passive: true,
    load: statements("returned"),
  },
  {
    key: "to-verify",
    roles: ["finance-maker"],
    title: { zh: "支出报表待核验", en: "Spending statements to verify" },
    none: { zh: "没有待核验的支出报表", en: "No statements to verify" },
    to: "/spending?status=submitted",
    load: statements("submitted"),
  },
  {
    key: "spending-to-confirm",
    roles: ["finance-approver"],
    title: { zh: "支出核验待确认", en: "Verified spending to confirm" },
    none: { zh: "没有待确认的支出", en: "No spending to confirm" },
    to: "/spending?status=verified",
    load: statements("verified"),
  },
  {
    key: "clawbacks",
    roles: ["finance-maker", "operator"],
    title: { zh: "追缴未结清", en: "Open clawbacks" },
    none: { zh: "没有未结清的追缴", en: "No open clawbacks" },
    to: "/clawbacks?status=open",
    load: openClawbacks,
  },
  {
    key: "clawbacks-to-notify",
    roles: ["finance-approver"],
    title: { zh: "待发追缴通知书", en: "Clawbacks to be notified" },
    none: { zh: "没有待发的通知书", en: "No notice to issue" },
    to: "/clawbacks?toNotify=true",
    load: clawbacksOf({ toNotify: "true" }, (row) => row.claimedFen),
  },
  {
    key: "clawback-decisions",
    roles: ["finance-approver"],
    title: { zh: "追缴处理待批准", en: "Decisions on clawbacks to approve" },
    none: { zh: "没有待批准的追缴处理", en: "No decisions to approve" },
    to: "/clawback-decisions?status=proposed",
    load: clawbackDecisions(),
  },
  {
    key: "write-offs",
    roles: ["leader"],
    title: { zh: "追缴核销待批准", en: "Write-offs to approve" },
    none: { zh: "没有待批准的核销", en: "No write-offs to approve" },
    to: "/clawback-decisions?status=proposed&kind=write-off",
    load: clawbackDecisions("write-off"),
  },
  {
    key: "clawbacks-escalated",
    roles: ["leader"],
    title: { zh: "长期逾期的追缴", en: "Clawbacks overdue for too long" },
    none: { zh: "没有长期逾期的追缴", en: "None is overdue for too long" },
    to: "/clawbacks?escalated=true",
    load: clawbacksOf({ escalated: "true" }, (row) => row.overdueFen),
  },
  {
    key: "receipts-unmatched",
    roles: ["finance-maker"],
    title: { zh: "待匹配的缴款书", en: "Unmatched receipts" },
    none: { zh: "没有待匹配的缴款书", en: "No unmatched receipts" },
    to: "/receipts?unmatched=true",
    load: unmatchedReceipts,
  },
  {
    key: "refunds-due",
    roles: ["finance-maker"],
    title: { zh: "多缴应退还", en: "Over-payments to be refunded" },
    none: { zh: "没有应退还的多缴款", en: "Nothing is to be refunded" },
    to: "/clawbacks?refundDue=true",
    load: clawbacksOf({ refundDue: "true" }, (row) => row.refundDueFen),
  },
  {
    key: "clawbacks-seen",
    roles: ["finance-approver", "leader", "auditor"],
    title: { zh: "追缴未结清", en: "Open clawbacks" },
    none: { zh: "没有未结清的追缴", en: "No open clawbacks" },
    to: "/clawbacks?status=open",
    passive: true,
    load: openClawbacks,
  },
  {
    key: "advances-seen",
    roles: ["leader", "auditor"],
    title: { zh: "待复核的拨付", en: "Advances awaiting approval" },
    none: { zh: "没有待复核的拨付", en: "None" },
    to: "/advances?status=proposed",
    passive: true,
    load: advances("proposed"),
  },
];
