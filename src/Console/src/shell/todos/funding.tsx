import { funding } from "../../api/funding";
import type { Page } from "../../api/http";
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

const clawbacks = () =>
  listOf(funding.clawbacks({ status: "open", limit }), (row) => ({
    to: `/clawbacks/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.outstandingFen} />,
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
