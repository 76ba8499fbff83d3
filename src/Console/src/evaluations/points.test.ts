import { expect, test } from "vitest";
import { hundredths, points } from "./points";

test("a score is printed with two decimals", () => {
  expect([8750, 6003, 5, 0, 10000].map(points)).toEqual(["87.50", "60.03", "0.05", "0.00", "100.00"]);
  expect(points(null)).toBe("—");
});

test("what is typed becomes hundredths exactly", () => {
  expect([59.5, 60, "59.99", 0.29, "100"].map(hundredths)).toEqual([5950, 6000, 5999, 29, 10000]);
});
