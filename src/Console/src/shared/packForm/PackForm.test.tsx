import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import type { Answers, FieldReason, FormField } from "../../api/types";
import { draw } from "../../testing/draw";
import { cleaned, missingFields } from "./answers";
import { PackForm } from "./PackForm";

const citation = { clauseId: "ZS-09", quote: "牵头单位原则上为…", source: "law" as const, decision: null };

function field(name: string, type: FormField["type"], more: Partial<FormField> = {}): FormField {
  return {
    name,
    type,
    label: { zh: name, en: name },
    required: { always: true, field: null, is: [] },
    citation,
    options: [],
    fields: [],
    max: 100,
    ...more,
  };
}

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
