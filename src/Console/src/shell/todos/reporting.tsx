import { boards } from "../../api/boards";
import { cycles } from "../../api/cycles";
import { type DueEvaluation, scoring } from "../../api/evaluations";
import { reporting } from "../../api/reporting";
import { addressOf, stateOf } from "../../evaluations/due";
import { DueDay } from "../../periodicReports/DueDay";
import { Money } from "../../shared/Money";
import { Status } from "../../shared/Status";
import { type Text, useText } from "../text";
import { limit, listOf, type Todo } from "./todo";

const reviews = (status: string) => () =>
  listOf(reporting.reviews({ status, limit }), (row) => ({
    to: `/reviews/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.paidFen} />,
  }));

const evaluations = (query: Record<string, string>) => () =>
  listOf(reporting.evaluations({ ...query, limit }), (row) => ({
    to: `/evaluations/${row.id}`,
    text: `${row.institutionName} · ${row.year}`,
    aside: <Status value={row.status} of="evaluation" />,
  }));

const reports = (query: Record<string, string>) => () =>
  listOf(reporting.reports({ ...query, limit }), (row) => ({
    to: `/periodic-reports/${row.id}`,
    text: `${row.institutionName} · ${row.year}-${row.round}`,
    aside: <DueDay report={row} />,
  }));

const dueEvaluations = () =>
  listOf(scoring.due(), (row) => ({
    to: addressOf(row),
    text: <DueEvaluationText due={row} />,
    aside: row.dueOn,
  }));

function DueEvaluationText({ due }: { due: DueEvaluation }) {
  const { t } = useText();
  return `${due.year} · ${t(due.title)} · ${t(stateOf(due))}`;
}

function Words({ of }: { of: Text }) {
  const { t } = useText();
  return t(of);
}

/** What waits in reporting: what they did. */
export const reportingTodos: Todo[] = [
  {
    key: "evaluations-due",
    roles: ["city-reviewer"],
    title: { zh: "到期的年度评价", en: "Yearly evaluations due" },
    none: { zh: "没有到期的年度评价", en: "No yearly evaluation is due" },
    to: "/evaluation-rounds",
    load: dueEvaluations,
  },
  {
    key: "evaluations-due-seen",
    roles: ["leader", "auditor"],
    title: { zh: "到期的年度评价", en: "Yearly evaluations due" },
    none: { zh: "没有到期的年度评价", en: "No yearly evaluation is due" },
    to: "/evaluation-rounds",
    passive: true,
    load: dueEvaluations,
  },
  {
    key: "to-publish",
    roles: ["city-reviewer"],
    title: { zh: "考核结果待公布", en: "Reviews to publish" },
    none: { zh: "没有待公布的考核", en: "No reviews to publish" },
    to: "/reviews?status=graded",
    load: reviews("graded"),
  },
  {
    key: "to-grade",
    roles: ["expert"],
    title: { zh: "待评定的绩效考核", en: "Reviews to grade" },
    none: { zh: "没有待评定的考核", en: "No reviews to grade" },
    to: "/reviews?status=due",
    load: reviews("due"),
  },
  {
    key: "evaluations-to-publish",
    roles: ["city-reviewer"],
    title: { zh: "年度评价待公布", en: "Evaluations to publish" },
    none: { zh: "没有待公布的评价", en: "No evaluations to publish" },
    to: "/evaluations?status=graded",
    load: evaluations({ status: "graded" }),
  },
  {
    key: "evaluations-to-grade",
    roles: ["expert"],
    title: { zh: "年度评价待评定", en: "Evaluations to grade" },
    none: { zh: "没有待评定的评价", en: "No evaluations to grade" },
    to: "/evaluations?status=due",
    load: evaluations({ status: "due", scored: "false" }),
  },
  {
    key: "evaluation-sheets-to-score",
    roles: ["expert"],
    title: { zh: "绩效评价待评分", en: "Evaluations to score" },
    none: { zh: "没有待评分的评价", en: "No evaluation to score" },
    to: "/evaluation-sheets?status=open",
    load: () =>
      listOf(scoring.sheets({ status: "open", limit }), (row) => ({
        to: `/evaluation-sheets/${row.id}`,
        text: `${row.institutionName} · ${row.year}`,
        aside: <Status value={row.status} of="sheet" />,
      })),
  },
  {
    key: "evaluation-objections",
    roles: ["city-reviewer"],
    title: { zh: "评价异议待处理", en: "Objections to results" },
    none: { zh: "没有待处理的评价异议", en: "No objection to decide" },
    to: "/evaluation-objections?status=open",
    load: () =>
      listOf(scoring.objections({ status: "open", limit }), (row) => ({
        to: `/evaluations/${row.evaluationId}`,
        text: `${row.institutionName} · ${row.year}`,
        aside: row.filedOn,
      })),
  },
  {
    key: "reports-to-write",
    roles: ["operator"],
    title: { zh: "定期报告待填报", en: "Periodic reports to write" },
    none: { zh: "没有待填报的定期报告", en: "No reports to write" },
    to: "/periodic-reports?status=draft",
    load: reports({ status: "draft" }),
  },
  {
    key: "reports-returned",
    roles: ["operator"],
    title: { zh: "被退回的定期报告", en: "Periodic reports returned" },
    none: { zh: "没有退回的定期报告", en: "No report was returned" },
    to: "/periodic-reports?status=returned",
    load: reports({ status: "returned" }),
  },
  {
    key: "extensions-to-confirm",
    roles: ["city-reviewer", "leader"],
    title: { zh: "报送延期待确认", en: "Extensions to confirm" },
    none: { zh: "没有待确认的延期", en: "No extension to confirm" },
    to: "/periodic-reports?overdue=true",
    load: () =>
      listOf(cycles.extensions({ status: "proposed", limit }), (row) => ({
        to: `/periodic-reports/${row.extension.reportId}`,
        text: `${row.institutionName} · ${row.year}-${row.round}`,
        aside: row.extension.until,
      })),
  },
  {
    key: "missing-to-confirm",
    roles: ["city-reviewer", "leader"],
    title: { zh: "未报送名单待确认", en: "Missing reports to confirm" },
    none: { zh: "没有待确认的未报送名单", en: "No list of missing reports to confirm" },
    to: "/missing-reports",
    load: () =>
      listOf(cycles.missingLists({ status: "recorded", limit }), (row) => ({
        to: `/missing-reports?programme=${row.programme}&year=${row.year}&round=${row.round}`,
        text: `${row.documentNumber} · ${row.year}-${row.round}`,
        aside: row.count,
      })),
  },
  {
    key: "league-tables",
    roles: ["city-reviewer", "leader"],
    title: { zh: "评比表待发布", en: "League tables to issue" },
    none: { zh: "没有待发布的评比表", en: "No league table to issue" },
    to: "/league-tables?status=proposed",
    load: () =>
      listOf(boards.leagueTables({ status: "proposed", limit }), (row) => ({
        to: `/league-tables/${row.id}`,
        text: `${row.year}-${row.round}`,
        aside: row.proposedByName,
      })),
  },
  {
    key: "bulletins",
    roles: ["city-reviewer", "leader"],
    title: { zh: "通报待发布", en: "Bulletins to issue" },
    none: { zh: "没有待发布的通报", en: "No bulletin to issue" },
    to: "/bulletins?status=draft",
    load: () =>
      listOf(boards.bulletins({ status: "draft", limit }), (row) => ({
        to: `/bulletins/${row.id}`,
        text: <Words of={row.title} />,
        aside: row.draftedByName,
      })),
  },
  {
    key: "reports-to-read",
    roles: ["district-reviewer", "city-reviewer"],
    title: { zh: "定期报告待审阅", en: "Periodic reports to read" },
    none: { zh: "没有待审阅的定期报告", en: "No reports to read" },
    to: "/periodic-reports?status=submitted",
    load: reports({ status: "submitted" }),
  },
  {
    key: "reports-overdue",
    roles: ["district-reviewer", "city-reviewer"],
    title: { zh: "定期报告逾期未报", en: "Periodic reports overdue" },
    none: { zh: "没有逾期的定期报告", en: "No report is overdue" },
    to: "/periodic-reports?overdue=true",
    passive: true,
    load: reports({ overdue: "true" }),
  },
];
