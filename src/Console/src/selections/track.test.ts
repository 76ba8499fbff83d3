import { expect, test } from "vitest";
import { points } from "./track";

test.each([
  [8567, "85.67"],
  [10000, "100.00"],
  [6005, "60.05"],
  [7, "0.07"],
  [null, "—"],
])("A_mean_of_%s_hundredths_reads_%s", (hundredths, text) => {
  expect(points(hundredths)).toBe(text);
});
