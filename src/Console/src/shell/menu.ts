import type { Role } from "../api/types";
import type { Text } from "./text";

type Entry = {
  to: string;
  name: Text;
  roles: Role[];
  group: "apply" | "recognise" | "standing" | "money" | "after" | "reports" | "rules";
};

const money: Role[] = ["finance-maker", "finance-approver", "leader", "auditor", "city-reviewer"];
const reviewers: Role[] = ["district-reviewer", "city-reviewer"];
const city: Role[] = ["city-reviewer", "leader", "auditor"];
const concerned: Role[] = ["operator", "district-reviewer", ...city];
const reporters: Role[] = ["expert", ...concerned];
const everyone: Role[] = ["operator", "district-reviewer", "park-reviewer", "expert", ...money, "admin"];
const signedIn = everyone.filter((role) => role !== "admin" && role !== "park-reviewer");

/** Who sees what; the services decide again on every call (docs/ARCHITECTURE.md, HTTP). */
export const entries: Entry[] = [
  {
    to: "/applications",
    name: { zh: "申报", en: "Applications" },
    roles: ["operator", ...reviewers, "leader", "auditor"],
    group: "apply",
  },
  {
    to: "/recommendation-lists",
    name: { zh: "推荐名单", en: "Recommendation lists" },
    roles: [...reviewers, "leader", "auditor"],
    group: "apply",
  },
  { to: "/calls", name: { zh: "申报通知", en: "Calls" }, roles: concerned, group: "apply" },
  {
    to: "/case-decisions",
    name: { zh: "一事一议", en: "Case-by-case decisions" },
    roles: concerned,
    group: "recognise",
  },
  { to: "/institutions", name: { zh: "机构名录", en: "Institutions" }, roles: everyone, group: "apply" },
  { to: "/imports", name: { zh: "批量导入", en: "Imports" }, roles: city, group: "apply" },
  { to: "/registers", name: { zh: "登记册", en: "Registers" }, roles: [...concerned, "park-reviewer"], group: "apply" },
  {
    to: "/invitations",
    name: { zh: "单位邀请", en: "Invitations" },
    roles: [...reviewers, "leader", "auditor"],
    group: "apply",
  },
  {
    to: "/parks",
    name: { zh: "园区载体", en: "Carriers by park" },
    roles: ["park-reviewer", ...reviewers, "leader", "auditor"],
    group: "reports",
  },
  { to: "/experts", name: { zh: "评审专家", en: "Experts" }, roles: ["expert", ...city], group: "recognise" },
  { to: "/score-sheets", name: { zh: "我的评分表", en: "My score sheets" }, roles: ["expert"], group: "recognise" },
  { to: "/selections", name: { zh: "综合评审", en: "Selections" }, roles: city, group: "recognise" },
  {
    to: "/meetings",
    name: { zh: "领导小组会议", en: "Leading group" },
    roles: ["district-reviewer", ...city],
    group: "recognise",
  },
  { to: "/notices", name: { zh: "公示", en: "Public notices" }, roles: city, group: "recognise" },
  { to: "/announcements", name: { zh: "认定文件", en: "Announcements" }, roles: signedIn, group: "recognise" },
  { to: "/changes", name: { zh: "重大变化", en: "Major changes" }, roles: concerned, group: "standing" },
  { to: "/sanctions", name: { zh: "整改与处理", en: "Sanctions" }, roles: concerned, group: "standing" },
  {
    to: "/bans",
    name: { zh: "禁止申报", en: "Bans" },
    roles: [...concerned, "finance-maker", "finance-approver"],
    group: "standing",
  },
  { to: "/opinions", name: { zh: "意见与报告", en: "Opinions" }, roles: signedIn, group: "standing" },
  { to: "/appropriations", name: { zh: "年度安排", en: "Appropriations" }, roles: money, group: "money" },
  { to: "/accounts", name: { zh: "机构资金账户", en: "Funding accounts" }, roles: money, group: "money" },
  { to: "/my-money", name: { zh: "我的资金", en: "My money" }, roles: ["operator"], group: "money" },
  { to: "/advances", name: { zh: "先行拨付", en: "Advances" }, roles: [...money, "operator"], group: "money" },
  { to: "/claims", name: { zh: "补助申领", en: "Claims" }, roles: [...money, "operator"], group: "money" },
  { to: "/rewards", name: { zh: "奖励决定", en: "Rewards" }, roles: money, group: "money" },
  { to: "/payment-runs", name: { zh: "支付批次", en: "Payment runs" }, roles: money, group: "money" },
  { to: "/reconciliations", name: { zh: "银行对账", en: "Reconciliations" }, roles: money, group: "money" },
  { to: "/payee-accounts", name: { zh: "收款账户", en: "Payee accounts" }, roles: money, group: "money" },
  { to: "/deadlines", name: { zh: "认定期限", en: "Recognition deadlines" }, roles: [...money, "operator"], group: "money" },
  { to: "/spending", name: { zh: "支出报表", en: "Spending statements" }, roles: [...money, "operator"], group: "after" },
  {
    to: "/reviews",
    name: { zh: "绩效考核", en: "Performance reviews" },
    roles: signedIn,
    group: "after",
  },
  { to: "/settlement-runs", name: { zh: "结算批次", en: "Settlement runs" }, roles: money, group: "after" },
  { to: "/settlements", name: { zh: "年度结算", en: "Settlements" }, roles: [...money, "operator"], group: "after" },
  { to: "/clawbacks", name: { zh: "追缴", en: "Clawbacks" }, roles: [...money, "operator"], group: "after" },
  { to: "/clawback-decisions", name: { zh: "追缴处理决定", en: "Decisions on clawbacks" }, roles: money, group: "after" },
  { to: "/receipts", name: { zh: "缴款书", en: "Receipts" }, roles: money, group: "after" },
  {
    to: "/evaluation-rounds",
    name: { zh: "绩效评价", en: "Evaluation rounds" },
    roles: city,
    group: "reports",
  },
  { to: "/evaluation-sheets", name: { zh: "绩效评分表", en: "Evaluation score sheets" }, roles: ["expert"], group: "reports" },
  {
    to: "/evaluation-objections",
    name: { zh: "评价异议", en: "Objections to results" },
    roles: ["operator", ...city],
    group: "reports",
  },
  {
    to: "/evaluations",
    name: { zh: "评价结果", en: "Evaluations" },
    roles: signedIn,
    group: "reports",
  },
  { to: "/periodic-reports", name: { zh: "定期报告", en: "Periodic reports" }, roles: signedIn, group: "reports" },
  {
    to: "/missing-reports",
    name: { zh: "未报送名单", en: "Missing reports" },
    roles: ["district-reviewer", ...money],
    group: "reports",
  },
  { to: "/monitoring", name: { zh: "运行监测", en: "Monitoring" }, roles: reporters, group: "reports" },
  {
    to: "/targets",
    name: { zh: "建设目标", en: "Targets" },
    roles: signedIn,
    group: "reports",
  },
  { to: "/dashboard", name: { zh: "领导看板", en: "Dashboard" }, roles: money, group: "reports" },
  { to: "/notifications", name: { zh: "通知", en: "Notices" }, roles: everyone, group: "rules" },
  { to: "/deliveries", name: { zh: "通知发送", en: "Deliveries" }, roles: ["admin"], group: "rules" },
  { to: "/tasks", name: { zh: "任务看板", en: "Tasks" }, roles: ["district-reviewer", ...city], group: "reports" },
  { to: "/league-tables", name: { zh: "考核评比", en: "League tables" }, roles: concerned, group: "reports" },
  { to: "/bulletins", name: { zh: "通报", en: "Bulletins" }, roles: concerned, group: "reports" },
  { to: "/commended-cases", name: { zh: "典型案例库", en: "Library of cases" }, roles: everyone, group: "reports" },
  {
    to: "/ledger",
    name: { zh: "台账", en: "Ledger" },
    roles: ["finance-maker", "finance-approver", "auditor", "leader"],
    group: "rules",
  },
  {
    to: "/shadow-runs",
    name: { zh: "影子演练", en: "Shadow runs" },
    roles: ["finance-maker", "finance-approver", "auditor", "leader"],
    group: "rules",
  },
  {
    to: "/access-log",
    name: { zh: "访问日志", en: "Access log" },
    roles: ["auditor", "admin"],
    group: "rules",
  },
  {
    to: "/places",
    name: { zh: "区域与园区", en: "Districts and parks" },
    roles: ["park-reviewer", ...reviewers, "leader", "auditor", "admin"],
    group: "rules",
  },
  { to: "/policies", name: { zh: "政策规则", en: "Policies" }, roles: everyone, group: "rules" },
  { to: "/interpretations", name: { zh: "条款解释", en: "Interpretations" }, roles: everyone, group: "rules" },
  { to: "/delegations", name: { zh: "岗位代理", en: "Deputies" }, roles: signedIn, group: "rules" },
  { to: "/calendars", name: { zh: "工作日历", en: "Calendars" }, roles: everyone, group: "rules" },
];

export const groups: Record<Entry["group"], Text> = {
  apply: { zh: "申报与准入", en: "Who may exist" },
  recognise: { zh: "评审与认定", en: "Review and recognition" },
  standing: { zh: "资格管理", en: "Standing" },
  money: { zh: "资金拨付", en: "What they are paid" },
  after: { zh: "考核与追缴", en: "Reviews and clawbacks" },
  reports: { zh: "报告与评价", en: "Reports and evaluations" },
  rules: { zh: "账与规则", en: "Books and rules" },
};

export function entriesFor(roles: Role[] | null | undefined): Entry[] {
  return entries.filter((entry) => entry.roles.some((role) => roles?.includes(role)));
}
