import { expect, test } from "vitest";
import { shareOf, wholeOf } from "./TargetBar";

test("A_ratio_is_measured_against_all_there_are", () => {
  expect(wholeOf({ of: 3, wanted: "100 %" })).toBe(3);
  expect(shareOf({ of: 3, wanted: "100 %", reached: 2 })).toBe(66);
});

test("A_number_is_measured_against_the_number_wanted_and_a_bar_is_never_longer_than_its_frame", () => {
  expect(shareOf({ of: null, wanted: "5", reached: 4 })).toBe(80);
  expect(shareOf({ of: null, wanted: "5", reached: 7 })).toBe(100);
});

test("What_the_platform_does_not_measure_has_no_bar", () => {
  expect(shareOf({ of: null, wanted: "5", reached: null })).toBe(0);
  expect(wholeOf({ of: null, wanted: "1000000.00 元" })).toBeNull();
});
