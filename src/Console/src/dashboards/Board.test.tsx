import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Dashboard } from "../api/dashboard";
import { draw } from "../testing/draw";
import { Board } from "./Board";
import { sharesOf } from "./MoneyBars";

const money = (name: string, value: number | null, link: string) => ({ name, value, link });

const board: Dashboard = {
  on: "2026-08-15",
  year: 2026,
  years: [2026],
  programmes: ["p"],
  money: [
    {
      programme: "p",
      fiscalYear: 2026,
      figures: [
        money("capFen", 300_000_000, "/appropriations?programme=p&year=2026"),
        money("paidFen", 150_000_000, "/ledger/balances?programme=p&year=2026"),
        money("outstandingFen", 1, "/clawbacks?year=2026&status=open"),
      ],
    },
  ],
  standings: [{ programme: "p", key: "recognised", count: 3, link: "/institutions?programme=p&standing=recognised" }],
  districts: [],
  lateness: [
    { programme: "p", figures: [{ name: "reportsOverdue", value: 2, link: "/periodic-reports?year=2026&overdue=true" }] },
  ],
  targets: [{ programme: "p", met: 1, behind: 0, underWay: 2, unmeasured: 0, link: "/targets?programme=p" }],
};

test("Each_figure_leads_to_the_list_behind_it", () => {
  draw(<Board board={board} />);

  const addressOf = (name: string) => screen.getByRole("link", { name }).getAttribute("href");
  expect(addressOf("1,500,000.00")).toBe("/ledger/balances?programme=p&year=2026");
  expect(addressOf("0.01")).toBe("/clawbacks?year=2026&status=open");
  expect(addressOf("p 3")).toBe("/institutions?programme=p&standing=recognised");
  expect(addressOf("2")).toBe("/periodic-reports?year=2026&overdue=true");
  expect(screen.getByText("逾期未报")).toBeDefined();
  expect(addressOf("已达到 1")).toBe("/targets?programme=p&state=met");
});

test("Bars_are_shares_of_the_cap_or_of_what_is_appropriated_where_there_is_no_cap", () => {
  const of = (figures: Dashboard["money"][number]["figures"], name: string) =>
    sharesOf(figures).find((share) => share.name === name)?.percent;

  expect(of(board.money[0]?.figures ?? [], "paidFen")).toBe(50);
  expect(of([money("capFen", null, ""), money("appropriatedFen", 4, ""), money("paidFen", 1, "")], "paidFen")).toBe(25);
  expect(of([], "paidFen")).toBe(0);
});
