import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Sheet } from "../api/types";
import { draw } from "../testing/draw";
import { CalculationSheet } from "./CalculationSheet";

const same = (text: string) => ({ zh: text, en: text });
const sheet: Sheet = {
  title: { zh: "应补助金额计算书", en: "Entitled amount" },
  programme: "zhoushan-innovation-centres",
  programmeTitle: { zh: "舟山市产业创新中心", en: "Zhoushan centres" },
  packFrom: "2025-10-21",
  packHash: "9f2c41d0",
  lines: [
    {
      label: { zh: "拨付合计×等次比例", en: "Total × ratio" },
      clauseId: "ZS-06",
      quote: "根据考核结果确定实际应补助金额",
      source: "bureau",
      decision: { number: "平台默认值 ZS-06", date: "2025-10-21", zh: "按等次比例", en: "by ratio" },
      inputs: [
        { label: { zh: "拨付合计", en: "Total" }, value: { kind: "money", fen: 75_000_001 } },
        { label: { zh: "等次比例", en: "Ratio" }, value: { kind: "ratio", text: same("90 %") } },
        { label: { zh: "考核日", en: "Day" }, value: { kind: "day", day: "2026-12-14" } },
      ],
      rounding: "half-even",
      result: { kind: "money", fen: 67_500_001 },
    },
  ],
};

test("A_sheet_explains_each_figure_by_clause_quote_inputs_rounding_and_result", () => {
  draw(<CalculationSheet sheet={sheet} subject="定海海洋新材料中试基地" />);
  expect(screen.getByRole("heading", { name: "应补助金额计算书" })).toBeTruthy();
  expect(screen.getByText("根据考核结果确定实际应补助金额")).toBeTruthy();
  expect(screen.getByRole("row", { name: "拨付合计 750,000.01 元" })).toBeTruthy();
  expect(screen.getByRole("row", { name: "等次比例 90 %" })).toBeTruthy();
  expect(screen.getByRole("row", { name: "考核日 2026-12-14" })).toBeTruthy();
  expect(screen.getByRole("row", { name: /舍入 四舍六入五成双/ })).toBeTruthy();
  expect(screen.getByText("675,000.01 元")).toBeTruthy();
  expect(screen.getByText(/平台默认值 ZS-06 · 2025-10-21 · 按等次比例/)).toBeTruthy();
});

test("A_sheet_names_the_pack_that_ruled_by_day_and_hash", () => {
  draw(<CalculationSheet sheet={sheet} />);
  expect(screen.getByText("2025-10-21")).toBeTruthy();
  expect(screen.getByText("9f2c41d0")).toBeTruthy();
});
