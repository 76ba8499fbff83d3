import { expect, test } from "vitest";
import type { Payment } from "../api/types";
import { mostOfRun, ticked, withAll } from "./picking";

const payment = (id: string, fiscalYear = 2026, netFen = 1) => ({ id, programme: "p", fiscalYear, netFen }) as Payment;
const ids = (rows: Payment[]) => rows.map((row) => row.id);

test("What_was_ticked_on_another_page_stays_ticked", () => {
  const before = [payment("on-page-1")];

  expect(ids(ticked(["on-page-1", "on-page-2"], [undefined, payment("on-page-2")], before))).toEqual(["on-page-1", "on-page-2"]);
  expect(ids(ticked(["on-page-2"], [payment("on-page-2")], before))).toEqual(["on-page-2"]);
});

test("A_row_is_taken_as_it_is_now_and_one_that_is_nowhere_known_is_left_out", () => {
  expect(ticked(["a", "b"], [payment("a", 2026, 7)], [payment("a", 2026, 5)]).map((row) => row.netFen)).toEqual([7]);
});

test("All_that_match_are_of_the_run_that_is_begun", () => {
  expect(ids(withAll([payment("a", 2025)], [payment("b"), payment("c", 2025), payment("a", 2025)]))).toEqual(["a", "c"]);
  expect(ids(withAll([], [payment("b"), payment("c", 2025)]))).toEqual(["b"]);
  expect(withAll([], [])).toEqual([]);
});

test("A_run_takes_no_more_than_it_holds", () => {
  const found = Array.from({ length: mostOfRun }, (_, index) => payment(`row-${index}`));

  expect(withAll([payment("first")], found)).toHaveLength(mostOfRun);
});
