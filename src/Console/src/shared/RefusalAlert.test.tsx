import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { ProblemError } from "../api/problem";
import { draw } from "../testing/draw";
import { RefusalAlert } from "./RefusalAlert";

const overCap = new ProblemError({
  status: 409,
  code: "annual-cap-exceeded",
  clause: "ZS-03",
  zh: "超出年度上限。",
  en: "Above the year's cap.",
  inputs: { capFen: 300_000_000, committedFen: 299_999_999, fiscalYear: 2026 },
  traceId: "4bf92f35",
});

test("A_refusal_shows_its_sentence_clause_figures_in_yuan_and_what_to_do", () => {
  draw(<RefusalAlert error={overCap} />);
  const alert = screen.getByRole("alert");
  expect(alert.textContent).toContain("超出年度上限。");
  expect(within(alert).getByText("ZS-03")).toBeTruthy();
  expect(within(alert).getByRole("row", { name: "年度上限 3,000,000.00 元" })).toBeTruthy();
  expect(within(alert).getByRole("row", { name: "已占用 2,999,999.99 元" })).toBeTruthy();
  expect(within(alert).getByRole("row", { name: "年度 2026" })).toBeTruthy();
  expect(alert.textContent).toContain("请核对下列数字与条款");
  expect(alert.textContent).toContain("4bf92f35");
});

test("A_refusal_speaks_English_to_an_English_reader", () => {
  draw(<RefusalAlert error={overCap} />, { language: "en" });
  expect(screen.getByRole("alert").textContent).toContain("Above the year's cap.");
});

test("A_refused_form_lists_each_field_with_its_clause", () => {
  const problems = [{ field: "commitment", clauseId: "ZS-13", quote: "", zh: "请上传“诚信承诺书”。", en: "Attach it." }];
  draw(
    <RefusalAlert error={new ProblemError({ status: 400, clause: "ZS-13", zh: "x", inputs: { problems, policyHash: "abc" } })} />,
  );
  const item = screen.getByRole("listitem");
  expect(item.textContent).toContain("请上传“诚信承诺书”。");
  expect(within(item).getByText("ZS-13")).toBeTruthy();
});

test("A_fault_of_the_console_itself_shows_no_stack", () => {
  draw(<RefusalAlert error={new TypeError("x is undefined at foo.js:3")} />);
  expect(screen.getByRole("alert").textContent).not.toContain("foo.js");
});
