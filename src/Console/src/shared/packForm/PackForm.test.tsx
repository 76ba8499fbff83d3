import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { Answers, FieldReason, FormField } from "../../api/types";
import { draw } from "../../testing/draw";
import { field } from "../../testing/fields";
import { cleaned, missingFields, sound } from "./answers";
import { PackForm } from "./PackForm";

const leadBodies = field("牵头单位", "list", {
  name: "leadBodies",
  fields: [field("名称", "text", { name: "name" }), field("代码", "social-credit-code", { name: "code" })],
});
const signedBy = field("承诺单位", "reference", { name: "signedBy", of: "leadBodies.name" });
const coBuilt = field("是否共建", "flag", { name: "coBuilt" });
const share = field("县区投入", "amount", { name: "shareFen", required: { always: false, field: "coBuilt", is: ["true"] } });

function Form({
  fields,
  start = {},
  seen,
  ...more
}: {
  fields: FormField[];
  start?: Answers;
  seen?: (answers: Answers) => void;
  reasons?: FieldReason[];
  showMissing?: boolean;
  readOnly?: boolean;
  programme?: string;
}) {
  const [answers, setAnswers] = useState(start);
  const change = (next: Answers) => {
    setAnswers(next);
    seen?.(next);
  };
  return <PackForm {...more} fields={fields} answers={answers} onChange={change} />;
}

test("A_list_of_parties_is_filled_in_and_the_wrong_code_is_told_at_once", async () => {
  const seen = vi.fn();
  draw(<Form fields={[leadBodies]} seen={seen} />);
  await userEvent.click(screen.getByRole("button", { name: /添加/ }));
  await userEvent.type(screen.getByLabelText(/名称/), "定海区人民政府");
  await userEvent.type(screen.getByLabelText(/代码/), "11330902002700M01X");
  expect(screen.getByText(/校验位不符/)).toBeTruthy();
  await userEvent.clear(screen.getByLabelText(/代码/));
  await userEvent.type(screen.getByLabelText(/代码/), "11330902002700m01g");
  expect(screen.queryByText(/校验位不符/)).toBeNull();
  expect(seen).toHaveBeenLastCalledWith({ leadBodies: [{ name: "定海区人民政府", code: "11330902002700M01G" }] });
});

test("A_reference_offers_the_names_given_elsewhere_in_the_form", async () => {
  const seen = vi.fn();
  draw(<Form fields={[signedBy]} start={{ leadBodies: [{ name: "定海区人民政府" }, {}] }} seen={seen} />);
  await userEvent.click(screen.getByRole("radio", { name: "定海区人民政府" }));
  expect(seen).toHaveBeenLastCalledWith(expect.objectContaining({ signedBy: "定海区人民政府" }));
});

test("A_question_that_another_answer_calls_for_appears_with_it", async () => {
  draw(<Form fields={[coBuilt, share]} />);
  expect(screen.queryByText("县区投入")).toBeNull();
  await userEvent.click(screen.getByRole("radio", { name: "是" }));
  expect(screen.getByText("县区投入")).toBeTruthy();
  await userEvent.click(screen.getByRole("radio", { name: "否" }));
  expect(screen.queryByText("县区投入")).toBeNull();
});

test("What_is_missing_is_counted_and_shown_where_it_is_missing", () => {
  expect(missingFields([coBuilt, share, leadBodies], { coBuilt: true, leadBodies: [] }, []).map((one) => one.name)).toEqual([
    "shareFen",
    "leadBodies",
  ]);
  expect(missingFields([field("f", "attachment")], {}, [])).toHaveLength(1);
  draw(<Form fields={[coBuilt]} showMissing />);
  expect(screen.getByText(/此项必填/)).toBeTruthy();
});

test("A_reason_stands_beside_the_field_it_names_also_inside_a_list", () => {
  const reasons = [{ field: "leadBodies[0].code", reason: "与登记不一致" }];
  draw(<Form fields={[leadBodies]} start={{ leadBodies: [{ name: "甲" }] }} reasons={reasons} />);
  const question = screen.getByLabelText(/代码/).closest(".question") as HTMLElement;
  expect(within(question).getByText("与登记不一致")).toBeTruthy();
});

test("Whoever_checks_it_reads_text_not_controls", () => {
  draw(<Form fields={[coBuilt, share]} start={{ coBuilt: true, shareFen: 50_000_000 }} readOnly />);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.getByText("500,000.00")).toBeTruthy();
});

test("An_answer_that_was_emptied_is_not_sent", () => {
  expect(cleaned({ a: "", b: null, c: false, d: 0 })).toEqual({ c: false, d: 0 });
});

const options = [
  { key: "research", label: { zh: "研发", en: "R&D" } },
  { key: "trade", label: { zh: "商贸", en: "trade" } },
];

test("Several_answers_may_be_chosen_and_call_for_what_depends_on_one_of_them", async () => {
  const seen = vi.fn();
  const functions = field("功能", "choices", { name: "functions", options });
  const plan = field("商贸方案", "text", { name: "plan", required: { always: false, field: "functions", is: ["trade"] } });
  draw(<Form fields={[functions, plan]} seen={seen} />);
  await userEvent.click(screen.getByRole("checkbox", { name: "研发" }));
  expect(screen.queryByText("商贸方案")).toBeNull();
  await userEvent.click(screen.getByRole("checkbox", { name: "商贸" }));
  expect(seen).toHaveBeenLastCalledWith({ functions: ["research", "trade"] });
  expect(screen.getByText("商贸方案")).toBeTruthy();
});

test("Words_are_typed_one_after_another_each_once", async () => {
  const seen = vi.fn();
  draw(<Form fields={[field("关键词", "words", { name: "keywords", max: 3 })]} seen={seen} />);
  await userEvent.type(screen.getByLabelText(/关键词/), "激光{enter}光电，激光{enter}");
  expect(seen).toHaveBeenLastCalledWith({ keywords: ["激光", "光电"] });
});

test("A_link_is_found_by_its_name_and_kept_as_its_ID", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    return new Response(JSON.stringify({ items: [{ id: "7", title: "某孵化器" }], next: null }), { status: 200 });
  });
  const seen = vi.fn();
  draw(<Form fields={[field("载体", "link", { name: "carrier", of: "carriers" })]} seen={seen} programme="carriers-plan" />);
  await userEvent.type(screen.getByLabelText(/载体/), "孵化");
  await userEvent.click(await screen.findByText("某孵化器"));
  expect(seen).toHaveBeenLastCalledWith({ carrier: "7" });
  expect(
    asked.some(
      (address) => address.startsWith("/api/registry/registers/carriers-plan/carriers/entries?") && address.includes("q="),
    ),
  ).toBe(true);
});

test("Whoever_checks_it_reads_the_names_behind_choices_and_words", () => {
  const functions = field("功能", "choices", { name: "functions", options });
  draw(
    <Form
      fields={[functions, field("词", "words", { name: "words" })]}
      start={{ functions: ["trade"], words: ["激光"] }}
      readOnly
    />,
  );
  expect(screen.getByText("商贸")).toBeTruthy();
  expect(screen.getByText("激光")).toBeTruthy();
});

test("A_number_that_is_none_stays_as_typed_and_counts_as_no_answer", async () => {
  const seen = vi.fn();
  const [count, spent] = [
    field("人数", "whole-number", { name: "count", max: 50 }),
    field("投入", "amount", { name: "spentFen" }),
  ];
  draw(<Form fields={[count, spent]} seen={seen} />);
  await userEvent.type(screen.getByLabelText(/人数/), "-3");
  await userEvent.type(screen.getByLabelText(/投入/), "12.345");
  expect(seen).toHaveBeenLastCalledWith({ count: "-3", spentFen: "12.345" });
  expect(screen.getByText(/“-3”未被采用：应为 0 至 50 的整数/)).toBeTruthy();
  expect(screen.getByText(/“12.345”未被采用/)).toBeTruthy();
  expect(missingFields([count, spent], { count: "-3", spentFen: "12.345" }, [])).toHaveLength(2);
  expect(sound([count, spent], { count: 51, spentFen: 5 })).toEqual({ spentFen: 5 });

  await userEvent.clear(screen.getByLabelText(/人数/));
  await userEvent.type(screen.getByLabelText(/人数/), "５０");
  expect(seen).toHaveBeenLastCalledWith({ count: 50, spentFen: "12.345" });
});
