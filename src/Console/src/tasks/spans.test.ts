import { expect, test } from "vitest";
import { spanOf } from "./spans";

test("A_span_lies_between_its_two_days_both_of_them_inside", () => {
  expect(spanOf([2021, 2022], "2021-01-01", "2022-12-31")).toEqual({ left: "0.00%", width: "100.00%" });
  expect(spanOf([2021, 2022], "2022-01-01", "2022-12-31")).toEqual({ left: "50.00%", width: "50.00%" });
});

test("What_reaches_beyond_the_plan_is_cut", () => {
  expect(spanOf([2021, 2022], "2019-01-01", "2030-12-31")).toEqual({ left: "0.00%", width: "100.00%" });
});
