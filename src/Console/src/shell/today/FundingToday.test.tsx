import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Duty } from "../../api/today";
import { draw } from "../../testing/draw";
import { FundingToday } from "./FundingToday";

const duty = (part: Partial<Duty> & Pick<Duty, "name" | "section">): Duty => ({
  mine: true,
  count: 1,
  amountFen: null,
  firstOn: null,
  first: [],
  ...part,
});

test("What_waits_for_me_leads_to_it_with_its_sum_and_what_waits_for_others_is_counted", () => {
  draw(
    <FundingToday
      duties={[
        duty({
          name: "advances",
          section: "to-approve",
          count: 2,
          amountFen: 150_000,
          first: [{ id: "a1", name: "某中心", fiscalYear: 2026, amountFen: 100_000, on: null }],
        }),
        duty({
          name: "days-to-reconcile",
          section: "due",
          first: [{ id: null, name: null, fiscalYear: null, amountFen: null, on: "2026-02-02" }],
        }),
        duty({ name: "clawbacks-overdue", section: "overdue", mine: false, amountFen: 5_000, firstOn: "2026-01-05" }),
        duty({ name: "histories", section: "to-approve", count: 0 }),
      ]}
    />,
  );

  expect(screen.getByRole("link", { name: "某中心 · 2026" }).getAttribute("href")).toBe("/advances/a1");
  expect(screen.getByText("1,500.00")).toBeDefined();
  expect(screen.getByRole("link", { name: "2026-02-02" }).getAttribute("href")).toBe("/reconciliations?day=2026-02-02");
  expect(screen.getByRole("row", { name: /追缴款逾期未缴 1 50\.00 2026-01-05/ })).toBeDefined();
  expect(screen.queryByText("期初导入待确认")).toBeNull();
});
