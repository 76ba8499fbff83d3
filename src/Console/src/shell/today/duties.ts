import type { DutyItem, DutyName, DutySection } from "../../api/today";
import { runNumber } from "../../paymentRuns/runNumber";
import type { Text } from "../text";

export const sections: Record<DutySection, Text> = {
  "to-approve": { zh: "待批准", en: "To approve" },
  due: { zh: "待办", en: "Due" },
  overdue: { zh: "逾期", en: "Overdue" },
  held: { zh: "暂停拨付", en: "On hold" },
  differs: { zh: "账实差异", en: "Differences" },
};

type Words = {
  title: Text;
  none: Text;
  /** The list behind it. */
  list: string;
  /** Where one of it is done; the list where that is not said. */
  open?: (item: DutyItem & { id: string }) => string;
};

const at =
  (path: string) =>
  ({ id }: { id: string }) =>
    `${path}/${id}`;

/** What each duty is called, and where it is done. */
export const duties: Record<DutyName, Words> = {
  appropriations: {
    title: { zh: "年度安排待复核", en: "Appropriations to approve" },
    none: { zh: "没有待复核的年度安排", en: "No appropriations to approve" },
    list: "/appropriations?status=proposed",
    open: at("/appropriations"),
  },
  "appropriation-changes": {
    title: { zh: "年度安排调整待复核", en: "Changes of appropriations to approve" },
    none: { zh: "没有待复核的调整", en: "No changes to approve" },
    list: "/appropriation-changes?status=proposed",
    open: at("/appropriations"),
  },
  advances: {
    title: { zh: "拨付待复核", en: "Advances to approve" },
    none: { zh: "没有待复核的拨付", en: "No advances to approve" },
    list: "/advances?status=proposed",
    open: at("/advances"),
  },
  grants: {
    title: { zh: "补助与奖励待复核", en: "Grants to approve" },
    none: { zh: "没有待复核的补助与奖励", en: "No grants to approve" },
    list: "/grants?status=proposed",
    open: at("/grants"),
  },
  "advances-of-leader": {
    title: { zh: "拨付待领导批准", en: "Advances for a leader to approve" },
    none: { zh: "没有待领导批准的拨付", en: "No advances for a leader to approve" },
    list: "/advances?awaiting=leader",
    open: at("/advances"),
  },
  "grants-of-leader": {
    title: { zh: "补助与奖励待领导批准", en: "Grants for a leader to approve" },
    none: { zh: "没有待领导批准的补助与奖励", en: "No grants for a leader to approve" },
    list: "/grants?status=proposed",
    open: at("/grants"),
  },
  "runs-to-seal": {
    title: { zh: "支付批次待封存", en: "Payment runs to seal" },
    none: { zh: "没有待封存的批次", en: "No runs to seal" },
    list: "/payment-runs?status=gathered",
    open: at("/payment-runs"),
  },
  "payee-accounts": {
    title: { zh: "收款账户变更待确认", en: "Payee accounts to confirm" },
    none: { zh: "没有待确认的账户变更", en: "No account waits for confirmation" },
    list: "/payee-accounts?status=proposed",
  },
  "settlement-runs": {
    title: { zh: "结算批次待复核", en: "Settlement runs to commit" },
    none: { zh: "没有待复核的结算批次", en: "No settlement runs to commit" },
    list: "/settlement-runs?status=previewed",
    open: at("/settlement-runs"),
  },
  "clawback-decisions": {
    title: { zh: "追缴处理待批准", en: "Decisions on clawbacks to approve" },
    none: { zh: "没有待批准的追缴处理", en: "No decisions to approve" },
    list: "/clawback-decisions?status=proposed",
    open: at("/clawbacks"),
  },
  "write-offs": {
    title: { zh: "追缴核销待批准", en: "Write-offs to approve" },
    none: { zh: "没有待批准的核销", en: "No write-offs to approve" },
    list: "/clawback-decisions?status=proposed&kind=write-off",
    open: at("/clawbacks"),
  },
  "deadline-cases": {
    title: { zh: "逾期未认定待确认", en: "Missed deadlines to confirm" },
    none: { zh: "没有待确认的逾期案", en: "No deadline cases to confirm" },
    list: "/deadline-cases?status=proposed",
    open: at("/deadline-cases"),
  },
  "spending-to-confirm": {
    title: { zh: "支出核验待确认", en: "Verified spending to confirm" },
    none: { zh: "没有待确认的支出", en: "No spending to confirm" },
    list: "/spending?status=verified",
    open: at("/spending"),
  },
  "reward-decisions": {
    title: { zh: "奖励决定待确认", en: "Reward decisions to confirm" },
    none: { zh: "没有待确认的奖励决定", en: "No reward decisions to confirm" },
    list: "/rewards?status=proposed",
    open: at("/rewards"),
  },
  histories: {
    title: { zh: "期初导入待确认", en: "Opening balances to confirm" },
    none: { zh: "没有待确认的期初导入", en: "No opening balances to confirm" },
    list: "/histories",
    open: at("/histories"),
  },
  "payments-to-gather": {
    title: { zh: "已复核，待组批支付", en: "Approved, to be gathered" },
    none: { zh: "没有待组批的款项", en: "No payments to gather" },
    list: "/payment-runs/new",
  },
  "runs-unanswered": {
    title: { zh: "已封存，待登记银行回单", en: "Sealed, awaiting the bank" },
    none: { zh: "没有等待回单的批次", en: "No runs await the bank" },
    list: "/payment-runs?status=sealed",
    open: at("/payment-runs"),
  },
  "payments-fallen": {
    title: { zh: "支付失败或退汇，待重新拨付", en: "Failed or returned, to be paid again" },
    none: { zh: "没有失败或退汇的拨付", en: "No payment failed or came back" },
    list: "/advances?status=failed",
    open: at("/advances"),
  },
  "results-to-settle": {
    title: { zh: "考核结果待结算", en: "Published results to settle" },
    none: { zh: "没有待结算的考核结果", en: "No results to settle" },
    list: "/pending-results",
  },
  "claims-to-assess": {
    title: { zh: "申领待核定", en: "Claims to assess" },
    none: { zh: "没有待核定的申领", en: "No claims to assess" },
    list: "/claims?status=submitted",
    open: at("/claims"),
  },
  "statements-to-verify": {
    title: { zh: "支出报表待核验", en: "Spending statements to verify" },
    none: { zh: "没有待核验的支出报表", en: "No statements to verify" },
    list: "/spending?status=submitted",
    open: at("/spending"),
  },
  "notices-to-issue": {
    title: { zh: "待发追缴通知书", en: "Clawbacks to be notified" },
    none: { zh: "没有待发的通知书", en: "No notice to issue" },
    list: "/clawbacks?toNotify=true",
    open: at("/clawbacks"),
  },
  "notices-to-deliver": {
    title: { zh: "通知书待登记送达", en: "Notices whose delivery is not recorded" },
    none: { zh: "通知书均已送达", en: "Every notice was delivered" },
    list: "/clawback-notices?delivered=false",
    open: at("/clawback-notices"),
  },
  "clawbacks-due-soon": {
    title: { zh: "追缴款近期到期", en: "Clawbacks due soon" },
    none: { zh: "近期没有到期的追缴款", en: "No clawback is due soon" },
    list: "/clawbacks?dueWithinDays=14",
    open: at("/clawbacks"),
  },
  objections: {
    title: { zh: "追缴异议待处理", en: "Objections to answer" },
    none: { zh: "没有待处理的追缴异议", en: "No objections to answer" },
    list: "/clawbacks?objected=true",
    open: at("/clawbacks"),
  },
  "objections-to-follow": {
    title: { zh: "异议成立，待更正考核结果或核实支出", en: "Upheld objections to follow up" },
    none: { zh: "没有待落实的成立异议", en: "No upheld objection waits for its correction" },
    list: "/clawbacks?status=open",
    open: at("/clawbacks"),
  },
  "refunds-due": {
    title: { zh: "多缴应退还", en: "Over-payments to be refunded" },
    none: { zh: "没有应退还的多缴款", en: "Nothing is to be refunded" },
    list: "/clawbacks?refundDue=true",
    open: at("/clawbacks"),
  },
  "refunds-to-pay": {
    title: { zh: "已批准退还，待支付", en: "Refunds to pay" },
    none: { zh: "没有待支付的退款", en: "No refunds to pay" },
    list: "/clawback-decisions?kind=refund&status=approved",
    open: at("/clawbacks"),
  },
  "days-to-reconcile": {
    title: { zh: "待导入银行流水的日期", en: "Days to reconcile" },
    none: { zh: "没有待对账的日期", en: "Every day is reconciled" },
    list: "/reconciliations",
  },
  "years-to-close": {
    title: { zh: "往年安排待结账", en: "Ended years to close" },
    none: { zh: "往年安排均已结账", en: "Every ended year is closed" },
    list: "/appropriations?status=open",
    open: at("/appropriations"),
  },
  "deadlines-ending": {
    title: { zh: "认定期限将满", en: "Recognition deadlines ending soon" },
    none: { zh: "没有临近期满的机构", en: "No deadline ends soon" },
    list: "/deadlines?recognised=false",
    open: at("/accounts"),
  },
  "clawbacks-overdue": {
    title: { zh: "追缴款逾期未缴", en: "Clawbacks overdue" },
    none: { zh: "没有逾期的追缴款", en: "No clawback is overdue" },
    list: "/clawbacks?overdueDays=1",
    open: at("/clawbacks"),
  },
  "clawbacks-escalated": {
    title: { zh: "长期逾期，已报告领导", en: "Overdue for too long" },
    none: { zh: "没有长期逾期的追缴", en: "None is overdue for too long" },
    list: "/clawbacks?escalated=true",
    open: at("/clawbacks"),
  },
  "holds-to-release": {
    title: { zh: "暂停事由已消除，待解除", en: "Holds whose ground is gone" },
    none: { zh: "没有待解除的暂停", en: "No hold is to be released" },
    list: "/holds?open=true&groundGone=true",
    open: at("/accounts"),
  },
  "held-bodies": {
    title: { zh: "暂停拨付的机构", en: "Bodies on hold" },
    none: { zh: "没有暂停拨付的机构", en: "No body is on hold" },
    list: "/holds?open=true",
    open: at("/accounts"),
  },
  differences: {
    title: { zh: "对账差异待说明", en: "Differences with the bank" },
    none: { zh: "账实相符", en: "Books and bank agree" },
    list: "/reconciliations?open=true",
    open: at("/reconciliations"),
  },
  "unmatched-receipts": {
    title: { zh: "待匹配的缴款书", en: "Unmatched receipts" },
    none: { zh: "没有待匹配的缴款书", en: "No unmatched receipts" },
    list: "/receipts?unmatched=true",
    open: at("/receipts"),
  },
};

/** What one line of a duty is called. */
export const dutyText = (name: DutyName, item: DutyItem) =>
  name === "days-to-reconcile"
    ? item.on
    : [item.name ?? (item.id && runNumber(item.id)), item.fiscalYear].filter(Boolean).join(" · ");

export const dutyPath = (name: DutyName, item: DutyItem) => {
  const { list, open } = duties[name];
  return name === "days-to-reconcile"
    ? `/reconciliations?day=${item.on}`
    : item.id && open
      ? open({ ...item, id: item.id })
      : list;
};
