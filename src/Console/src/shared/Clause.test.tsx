import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { draw } from "../testing/draw";
import { Cited, Clause } from "./Clause";

test("A_clause_opens_to_the_sentence_of_the_document", async () => {
  draw(<Cited citation={{ clauseId: "ZS-03", quote: "每年安排不超过300万元财政资金", source: "law", decision: null }} />);
  await userEvent.click(screen.getByRole("button", { name: /ZS-03/ }));
  expect(await screen.findByText("每年安排不超过300万元财政资金")).toBeTruthy();
  expect(screen.getByText(/文件原文/)).toBeTruthy();
});

test("What_the_bureau_decided_is_marked_and_names_its_decision", async () => {
  const decision = { number: "舟科〔2025〕9号", date: "2025-10-21", zh: "已批准未支付的计入上限", en: "approved counts" };
  draw(<Cited citation={{ clauseId: "ZS-03", quote: "", source: "bureau", decision }} />);
  expect(screen.getByText("局定")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /ZS-03/ }));
  expect(await screen.findByText(/舟科〔2025〕9号/)).toBeTruthy();
  expect(screen.getByText(/本局决定/)).toBeTruthy();
});

test("A_clause_without_a_text_at_hand_is_a_plain_tag", () => {
  draw(<Clause id="P-4" />);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("P-4")).toBeTruthy();
});
