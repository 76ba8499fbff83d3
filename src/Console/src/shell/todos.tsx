import type { ReactNode } from "react";
import { funding } from "../api/funding";
import type { Page } from "../api/http";
import { registry } from "../api/registry";
import { reporting } from "../api/reporting";
import type { Role } from "../api/types";
import { runNumber } from "../paymentRuns/runNumber";
import { Money } from "../shared/Money";
import { Status } from "../shared/Status";
import type { Text } from "./text";

export type TodoItem = { to: string; text: string; aside: ReactNode };
export type Todo = {
  key: string;
  roles: Role[];
  title: Text;
  none: Text;
  to: string;
  /** Worth seeing, but waits for somebody else. */
  passive?: boolean;
  load: () => Promise<Page<TodoItem>>;
};

const limit = "50";

function listOf<T>(page: Promise<Page<T>>, item: (row: T) => TodoItem): Promise<Page<TodoItem>> {
  return page.then(({ items, next }) => ({ items: items.map(item), next }));
}

const applications = (status: string) => () =>
  listOf(registry.applications({ status, limit }), (row) => ({
    to: `/applications/${row.id}`,
    text: row.title || row.organisation,
    aside: <Status value={row.status} />,
  }));

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

const clawbacks = () =>
  listOf(funding.clawbacks({ status: "open", limit }), (row) => ({
    to: `/clawbacks/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.outstandingFen} />,
  }));

const reviews = (status: string) => () =>
  listOf(reporting.reviews({ status, limit }), (row) => ({
    to: `/reviews/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.paidFen} />,
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

const todos: Todo[] = [
  {
    key: "drafts",
    roles: ["operator"],
    title: { zh: "待完善的申报", en: "Applications to finish" },
    none: { zh: "没有草稿", en: "No drafts" },
    to: "/applications?status=draft",
    load: applications("draft"),
  },
  {
    key: "returned",
    roles: ["operator"],
    title: { zh: "被退回的申报", en: "Applications sent back" },
    none: { zh: "没有退回的申报", en: "Nothing was sent back" },
    to: "/applications?status=returned",
    load: applications("returned"),
  },
  {
    key: "submitted",
    roles: ["district-reviewer"],
    title: { zh: "待审核的申报", en: "Applications to check" },
    none: { zh: "没有待审核的申报", en: "No applications to check" },
    to: "/applications?status=submitted",
    load: applications("submitted,resubmitted"),
  },
  {
    key: "recommended",
    roles: ["city-reviewer"],
    title: { zh: "县区已推荐，待列入建设", en: "Recommended, to be entered" },
    none: { zh: "没有新推荐的申报", en: "No new recommendations" },
    to: "/applications?status=recommended",
    load: applications("recommended"),
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
    key: "appropriations",
    roles: ["finance-approver"],
    title: { zh: "年度安排待复核", en: "Appropriations to approve" },
    none: { zh: "没有待复核的年度安排", en: "No appropriations to approve" },
    to: "/appropriations",
    load: appropriations,
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
    key: "clawbacks",
    roles: ["finance-maker", "operator"],
    title: { zh: "追缴未结清", en: "Open clawbacks" },
    none: { zh: "没有未结清的追缴", en: "No open clawbacks" },
    to: "/clawbacks?status=open",
    load: clawbacks,
  },
  {
    key: "clawbacks-seen",
    roles: ["finance-approver", "leader", "auditor"],
    title: { zh: "追缴未结清", en: "Open clawbacks" },
    none: { zh: "没有未结清的追缴", en: "No open clawbacks" },
    to: "/clawbacks?status=open",
    passive: true,
    load: clawbacks,
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

export function todosFor(roles: Role[]): Todo[] {
  return todos.filter((todo) => todo.roles.some((role) => roles.includes(role)));
}
