import { clawbacks } from "../../api/clawbacks";
import { funding } from "../../api/funding";
import type { Page } from "../../api/http";
import type { DeadlineClock } from "../../api/types";
import { DaysLeft } from "../../deadlines/DaysLeft";
import { Money } from "../../shared/Money";
import { limit, listOf, type Todo, type TodoItem } from "./todo";

const openClawbacks = () =>
  listOf(clawbacks.list({ status: "open", limit }), (row) => ({
    to: `/clawbacks/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.outstandingFen} />,
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

const returned = () =>
  listOf(funding.statements({ status: "returned", limit }), (row) => ({
    to: `/spending/${row.id}`,
    text: `${row.institutionName} · ${row.fiscalYear}`,
    aside: <Money fen={row.totalFen} />,
  }));

/** What waits in funding for those who are paid; the finance officers' day is told by the service (FundingToday). */
export const fundingTodos: Todo[] = [
  {
    key: "deadline-warnings",
    roles: ["operator", "city-reviewer"],
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
    load: returned,
  },
  {
    key: "clawbacks",
    roles: ["operator"],
    title: { zh: "追缴未结清", en: "Open clawbacks" },
    none: { zh: "没有未结清的追缴", en: "No open clawbacks" },
    to: "/clawbacks?status=open",
    load: openClawbacks,
  },
];
