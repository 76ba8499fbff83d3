import { describe, expect, test } from "vitest";
import { chineseCapitals, formatYuan, maxFen, parseYuan } from "./money";

describe("an amount", () => {
  test.each([
    [0, "0.00"],
    [1, "0.01"],
    [10, "0.10"],
    [100, "1.00"],
    [99_999, "999.99"],
    [100_000, "1,000.00"],
    [300_000_000, "3,000,000.00"],
    [maxFen, "10,000,000,000,000.00"],
  ])("of %d fen is shown as %s yuan and read back to the fen", (fen, yuan) => {
    expect(formatYuan(fen)).toBe(yuan);
    expect(parseYuan(yuan)).toBe(fen);
  });

  test.each([
    ["3000000", 300_000_000],
    ["3,000,000.5", 300_000_050],
    ["¥ 0.07", 7],
    ["１２．３４", 1_234],
    ["1.", 100],
    ["4503599627370.49", 450_359_962_737_049],
  ])("typed as %s is %d fen", (typed, fen) => {
    expect(parseYuan(typed)).toBe(fen);
  });

  test.each(["", "-1", "1.001", "3,00.00", "1e6", "1,0000", "abc", ".5", "10000000000000.01"])(
    "typed as %j is refused",
    (typed) => {
      expect(parseYuan(typed)).toBeNull();
    },
  );

  test("that is no whole number of fen cannot be shown", () => {
    expect(() => formatYuan(0.5)).toThrow(RangeError);
  });

  test.each([
    [0, "零元整"],
    [7, "柒分"],
    [50, "伍角整"],
    [105, "壹元零伍分"],
    [300_000_000, "叁佰万元整"],
    [75_000_000, "柒拾伍万元整"],
    [100_010_000, "壹佰万零壹佰元整"],
    [1_005_000_000, "壹仟零伍万元整"],
    [10_000_000_100_012, "壹仟亿零壹仟元壹角贰分"],
  ])("of %d fen is %s in the capitals of a document", (fen, words) => {
    expect(chineseCapitals(fen)).toBe(words);
  });
});
