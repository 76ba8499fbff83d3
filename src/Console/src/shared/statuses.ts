import type { Text } from "../shell/text";

type Tone = "default" | "processing" | "success" | "warning" | "error";

/** One word list for every state on the platform; a word that is not listed is shown as the service wrote it. */
const statuses: Record<string, [zh: string, en: string, tone: Tone]> = {
  draft: ["草稿", "Draft", "default"],
  started: ["新建申报", "Started", "default"],
  submitted: ["已提交", "Submitted", "processing"],
  returned: ["已退回", "Returned", "warning"],
  recalled: ["已收回退回", "Return taken back", "default"],
  resubmitted: ["已重新提交", "Submitted again", "processing"],
  entered: ["已列入建设", "Entered as under construction", "success"],
  withdrawn: ["已撤回", "Withdrawn", "default"],
  dissolved: ["已解散", "Dissolved", "default"],
  refused: ["不予推荐", "Refused", "error"],
  recommended: ["已推荐", "Recommended", "processing"],
  "under-construction": ["建设中", "Under construction", "processing"],
  recognised: ["已认定", "Recognised", "success"],
  filed: ["已备案", "Filed", "success"],
  proposed: ["待复核", "Awaiting approval", "warning"],
  open: ["已下达", "Open", "success"],
  approved: ["已复核", "Approved", "processing"],
  exported: ["已导出", "Exported to bank", "processing"],
  paid: ["已拨付", "Paid", "success"],
  failed: ["支付失败", "Failed", "error"],
  cancelled: ["已撤销", "Cancelled", "default"],
  gathered: ["待封存", "Awaiting seal", "warning"],
  sealed: ["已封存", "Sealed", "processing"],
  answered: ["已全部回单", "Answered", "success"],
  completed: ["已办结", "Completed", "success"],
  due: ["待评定", "Awaiting grade", "warning"],
  graded: ["待公布", "Awaiting publication", "processing"],
  published: ["已公布", "Published", "success"],
  corrected: ["已更正", "Corrected", "warning"],
  closed: ["已结清", "Settled", "success"],
  accepted: ["已接收", "Accepted", "success"],
  confirmed: ["已确认", "Confirmed", "success"],
  verified: ["待确认", "Awaiting confirmation", "processing"],
  void: ["已撤销", "Void", "default"],
  met: ["符合", "Met", "success"],
  "not-met": ["不符合", "Not met", "error"],
  "needs-person": ["需人工认定", "Needs a person", "warning"],
  "under-review": ["评审中", "Under review", "processing"],
  "not-selected": ["未入选", "Not selected", "default"],
  "on-notice": ["公示中", "On public notice", "processing"],
  "under-rectification": ["限期整改", "Under rectification", "warning"],
  delisted: ["已摘牌", "Delisted", "error"],
  revoked: ["已取消资格", "Revoked", "error"],
  merged: ["已并入", "Merged into another", "default"],
  decided: ["已审定", "Decided", "success"],
  concluded: ["已形成建议名单", "Concluded", "processing"],
  scored: ["已评分", "Scored", "success"],
  recused: ["已回避", "Recused", "default"],
  "in-force": ["现行有效", "In force", "success"],
  ended: ["已到期", "Ended", "default"],
};

/** Words whose meaning depends on what they are said of. */
const special: Record<string, Record<string, [string, string, Tone]>> = {
  delivery: {
    waiting: ["等待发送", "Waiting", "warning"],
    sent: ["已送达", "Delivered", "success"],
    parked: ["已停发", "Parked", "error"],
  },
  job: {
    queued: ["排队中", "Queued", "default"],
    running: ["进行中", "Running", "processing"],
    done: ["已完成", "Done", "success"],
    failed: ["失败", "Failed", "error"],
  },
  application: { proposed: ["拟认定", "On the decided list", "processing"], refused: ["不予通过", "Refused", "error"] },
  standing: {
    cancelled: ["已取消认定", "Cancelled", "error"],
    filed: ["已备案", "Filed", "success"],
    removed: ["不再纳入备案", "Removed from filing", "error"],
  },
  appropriation: { closed: ["已结账", "Closed", "default"] },
  "appropriation-change": {
    proposed: ["待复核", "Awaiting approval", "warning"],
    approved: ["已生效", "In effect", "success"],
  },
  payee: {
    proposed: ["待确认", "To be confirmed", "warning"],
    replaced: ["已更换", "Replaced", "default"],
    rejected: ["未同意", "Turned down", "error"],
  },
  difference: {
    open: ["待说明", "Unexplained", "error"],
    explained: ["已说明", "Explained", "success"],
    resolved: ["已消除", "Gone", "default"],
  },
  import: {
    checking: ["校验中", "Being checked", "processing"],
    checked: ["待他人确认", "Awaits another person", "warning"],
    faulty: ["不能导入", "Faulty", "error"],
    "taking-effect": ["正在生效", "Taking effect", "processing"],
    telling: ["已生效，通知中", "In effect, telling", "processing"],
    "in-effect": ["已生效", "In effect", "success"],
    dismissed: ["已作废", "Given up", "default"],
  },
  history: {
    checking: ["核对中", "Being checked", "processing"],
    checked: ["待他人签署", "Awaits another person", "warning"],
    faulty: ["有错行", "Faulty", "error"],
    "taking-effect": ["正在入账", "Being entered", "processing"],
    "in-effect": ["已入账", "In the books", "success"],
    dismissed: ["已作废", "Given up", "default"],
  },
  "shadow-run": {
    draft: ["待对应列", "Columns to map", "default"],
    running: ["核对中", "Running", "processing"],
    done: ["已出报告", "Report stands", "success"],
    faulty: ["不能读取", "Cannot be read", "error"],
  },
  selection: { open: ["评审中", "Experts score", "warning"] },
  meeting: { recorded: ["待确认", "To be confirmed", "warning"] },
  objection: {
    received: ["待核实", "To be verified", "warning"],
    verified: ["待处理", "To be decided", "warning"],
    upheld: ["异议成立", "Upheld", "error"],
    rejected: ["异议不成立", "Rejected", "default"],
  },
  sanction: {
    proposed: ["待决定", "Awaiting decision", "warning"],
    confirmed: ["已决定", "Confirmed", "error"],
    dismissed: ["不予处理", "Dismissed", "default"],
    withdrawn: ["已撤回", "Withdrawn", "default"],
  },
  change: {
    reported: ["待审核", "To be examined", "warning"],
    kept: ["资格不变", "Standing kept", "success"],
    "not-conforming": ["不再符合条件", "Conditions no longer met", "error"],
  },
  "clawback-decision": {
    proposed: ["待批准", "To be approved", "warning"],
    approved: ["已批准，待银行", "Approved, with the bank", "processing"],
    done: ["已办结", "Done", "success"],
    lapsed: ["已失效", "Lapsed", "default"],
    withdrawn: ["已撤回", "Withdrawn", "default"],
  },
  sheet: { open: ["待评分", "To score", "warning"] },
  entry: {
    pending: ["评审中", "Pending", "default"],
    proposed: ["建议认定", "Proposed", "success"],
    "not-proposed": ["未列入", "Not proposed", "default"],
    struck: ["审定剔除", "Struck", "error"],
  },
  "settlement-run": {
    previewing: ["测算中", "Being calculated", "processing"],
    previewed: ["待复核", "Awaits another person", "warning"],
    settling: ["结算中", "Being settled", "processing"],
    settled: ["已结算", "Settled", "success"],
    discarded: ["已作废", "Discarded", "default"],
  },
  "settlement-line": {
    previewed: ["待结算", "To be settled", "default"],
    settled: ["已结算", "Settled", "success"],
    "left-out": ["未结算", "Left out", "warning"],
    refused: ["无法计算", "No figure", "error"],
  },
  claim: {
    submitted: ["待核定", "To be assessed", "warning"],
    assessed: ["待批准", "Awaiting approval", "warning"],
    approved: ["已批准", "Approved", "success"],
    refused: ["不予支持", "Refused", "error"],
  },
  advance: { returned: ["已退汇", "Returned by bank", "error"] },
  deadline: {
    running: ["计时中", "Running", "processing"],
    warned: ["临近期满", "Ends soon", "warning"],
    met: ["按期认定", "Recognised in time", "success"],
    missed: ["逾期未认定", "Missed", "error"],
  },
  "deadline-case": {
    proposed: ["待确认", "Awaiting confirmation", "warning"],
    confirmed: ["已决定追缴", "Claimed back", "processing"],
  },
  spending: { submitted: ["待核验", "To be verified", "warning"], returned: ["已退回", "Returned", "error"] },
  report: {
    draft: ["待填报", "To be written", "default"],
    submitted: ["待审阅", "To be read", "warning"],
  },
  "recorded-decision": {
    proposed: ["待确认", "Awaiting confirmation", "warning"],
    recorded: ["待确认", "Awaiting confirmation", "warning"],
  },
  evaluation: { closed: ["已终止", "Closed without a grade", "default"] },
  "evaluation-objection": {
    open: ["待处理", "To be decided", "warning"],
    upheld: ["异议成立", "Upheld", "success"],
    "turned-down": ["异议不成立", "Turned down", "default"],
  },
  moderation: {
    proposed: ["待复核", "Awaits another person", "warning"],
    confirmed: ["已复核", "Confirmed", "success"],
    rejected: ["未采纳", "Struck", "default"],
  },
  "evaluation-step": {
    commissioned: ["启动评价", "Evaluation ordered", "default"],
    graded: ["已提出等次", "Grade proposed", "default"],
    "correction-withdrawn": ["撤回更正", "Correction taken back", "default"],
    scored: ["专家评分汇总", "Scores concluded", "default"],
    moderated: ["会议评议", "Moderated by a meeting", "default"],
    objected: ["提出异议", "Objection filed", "warning"],
    "objection-upheld": ["异议成立，更正待公布", "Objection upheld; correction to publish", "processing"],
    "objection-turned-down": ["异议不成立", "Objection turned down", "default"],
    closed: ["终止评价", "Closed", "default"],
  },
  duty: {
    "not-begun": ["未启动", "Not begun", "default"],
    "under-way": ["推进中", "Under way", "processing"],
    done: ["已完成", "Done", "success"],
    late: ["逾期", "Late", "error"],
  },
  "duty-entry": {
    named: ["落实责任人和时间表", "Person and timetable named", "default"],
    progress: ["报告进展", "Progress reported", "processing"],
    completed: ["报告完成", "Reported as done", "processing"],
    confirmed: ["确认完成", "Confirmed as done", "success"],
  },
  "league-table": {
    proposed: ["待发布", "To be issued", "warning"],
    issued: ["已发布", "Issued", "success"],
  },
  bulletin: { issued: ["已发布", "Issued", "success"] },
  clawback: { open: ["追缴中", "Open", "warning"] },
  "application-step": {
    proposed: ["列入审定名单", "On the decided list", "default"],
    selected: ["进入评审", "Taken into a selection", "default"],
    posted: ["公示", "Posted", "default"],
    refused: ["不予通过", "Refused", "error"],
  },
  step: {
    proposed: ["已提出", "Proposed", "default"],
    returned: ["已退汇", "Returned by bank", "error"],
    graded: ["已提出等次", "Grade proposed", "default"],
    "correction-withdrawn": ["撤回更正", "Correction taken back", "default"],
  },
  policy: { draft: ["征求意见", "Consultation draft", "default"] },
};

function entry(status: string, of?: string): [string, string, Tone] {
  return (of && special[of]?.[status]) || statuses[status] || [status, status, "default"];
}

export function statusText(status: string, of?: string): Text {
  const [zh, en] = entry(status, of);
  return { zh, en };
}

export const statusTone = (status: string, of?: string): Tone => entry(status, of)[2];
