import { reporting } from "../../api/reporting";
import { Money } from "../../shared/Money";
import { limit, listOf, type Todo } from "./todo";

const reviews = (status: string) => () =>
  listOf(reporting.reviews({ status, limit }), (row) => ({
    to: `/reviews/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.paidFen} />,
  }));

/** What waits in reporting: what they did. */
export const reportingTodos: Todo[] = [
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
];
