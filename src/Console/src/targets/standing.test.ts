import { expect, test } from "vitest";
import type { Target } from "../api/types";
import { shareOf, stateOf, yearsOf } from "./standing";

type Years = Target["years"];
const figure = (plotted: number) => ({ text: String(plotted), plotted, amountFen: null });
const year = (at: number, plan: number | null, actual: number | null) =>
  ({ year: at, plan: plan === null ? null : figure(plan), actual: actual === null ? null : figure(actual) }) as Years[number];
const target = (years: Years, more: Partial<Target> = {}) =>
  ({ years, by: "2025-12-31", counted: false, actualYear: 2024, forecast: null, ...more }) as Target;

test("The_share_is_the_last_actual_of_what_is_wanted_in_the_end", () => {
  expect(shareOf(target([year(2024, null, 2.8), year(2025, 3.5, null)]), "2025-06-01")).toBe(80);
  expect(shareOf(target([year(2024, null, 3.5), year(2025, 3.5, null)]), "2025-06-01")).toBe(100);
  expect(shareOf(target([year(2024, null, 7), year(2025, 5, null)]), "2025-06-01")).toBe(140);
});

test("What_is_counted_on_the_register_is_measured_by_the_year_of_the_day_and_after_the_targets_own_day_by_that", () => {
  const counted = target([year(2025, 4, 1), year(2026, null, 3)], { counted: true, actualYear: null });

  expect(shareOf(counted, "2026-02-01")).toBe(75);
  expect(shareOf(counted, "2025-02-01")).toBe(25);
  expect(shareOf({ ...counted, actualYear: 2025 }, "2026-02-01")).toBe(25);
});

test("Without_a_plan_or_an_actual_there_is_no_share_and_a_loss_is_nothing_reached", () => {
  expect(shareOf(target([year(2024, null, 2)]), "2025-06-01")).toBeNull();
  expect(shareOf(target([year(2025, 2, null)], { actualYear: null }), "2025-06-01")).toBeNull();
  expect(shareOf(target([year(2024, null, -3), year(2025, 10, null)]), "2025-06-01")).toBe(0);
});

test("A_target_is_behind_only_after_its_day", () => {
  expect(stateOf({ met: false, by: "2025-12-31" }, "2025-12-31")).toBe("under-way");
  expect(stateOf({ met: false, by: "2025-12-31" }, "2026-01-01")).toBe("behind");
  expect(stateOf({ met: true, by: "2025-12-31" }, "2026-01-01")).toBe("met");
  expect(stateOf({ met: null, by: "2025-12-31" }, "2026-01-01")).toBe("unmeasured");
});

test("A_table_shows_the_last_years_with_those_that_are_forecast", () => {
  const one = target([year(2021, null, 1), year(2024, null, 1)], {
    forecast: { years: [2021, 2024], points: [{ year: 2025, value: figure(2) }], reaches: false } as Target["forecast"],
  });

  expect(yearsOf([one]).all).toEqual([2021, 2024, 2025]);
  expect(yearsOf([target([year(2025, 3, null), year(2031, null, 2)])]).shown).toEqual([2025]);
  expect(yearsOf([target([year(2025, 3, null), year(2031, null, 2)])], 2031).shown).toEqual([2025, 2031]);
  expect(yearsOf([one], undefined, 2).shown).toEqual([2024, 2025]);
  expect(yearsOf([one], 2024, 2).shown).toEqual([2021, 2024]);
});
