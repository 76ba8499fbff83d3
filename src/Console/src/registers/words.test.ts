import { expect, test } from "vitest";
import { answerText } from "../shared/packForm/answerText";
import { fieldAt } from "../shared/packForm/fieldAt";
import { field, register } from "../testing/fields";
import { entryFilters } from "./entryFilters";
import { difference, stateText, stateTone, titleText } from "./words";

const mentors = register();
const zh = (text: string | { zh: string }) => (typeof text === "string" ? text : text.zh);

test("A_state_has_the_name_that_its_register_gives_it", () => {
  expect(stateText(mentors, "filed").zh).toBe("已备案");
  expect(stateText(mentors, "draft").zh).toBe("草稿");
  expect(stateText(mentors, "gone").zh).toBe("gone");
});

test("What_waits_is_told_from_what_is_in_order_and_what_is_over", () => {
  expect(["submitted", "filed", "ended", "draft"].map((state) => stateTone(mentors, state))).toEqual([
    "processing",
    "success",
    "default",
    "default",
  ]);
});

test("A_difference_names_each_answer_that_changed_lists_item_by_item", () => {
  const before = { name: "甲", field: "ai", parties: [{ code: "1" }, { code: "2" }] };
  const after = { name: "甲", parties: [{ code: "1" }, { code: "3" }, { code: "4" }] };
  expect(difference(mentors.fields, before, after)).toEqual([
    { field: "field", before: "ai", after: undefined },
    { field: "parties[1].code", before: "2", after: "3" },
    { field: "parties[2].code", before: undefined, after: "4" },
  ]);
  expect(difference(mentors.fields, before, { ...before })).toEqual([]);
});

test("A_path_reads_as_people_read_it", () => {
  expect(fieldAt(mentors.fields, "parties[1].code")?.label.en).toBe("Parties 2 · Code");
  expect(fieldAt(mentors.fields, "name")?.label.zh).toBe("name");
  expect(fieldAt(mentors.fields, "colour")).toBeNull();
});

test("A_title_that_is_a_choice_is_read_by_its_name_in_both_languages", () => {
  const byField = register({ title: "field" });
  expect(titleText(byField, "ai", []).zh).toBe("人工智能");
  expect(titleText(byField, "人工智能", []).en).toBe("AI");
  expect(titleText(mentors, "王某", []).en).toBe("王某");
});

test("A_list_is_filtered_by_what_the_pack_names_and_by_nothing_else", () => {
  const filters = entryFilters(mentors, { programme: "carriers", categories: [] }, zh);
  expect(filters.map((one) => one.name)).toEqual(["q", "state", "on", "field"]);
  expect(filters.at(-1)?.options).toEqual([{ value: "ai", label: "人工智能" }]);
});

test("An_answer_in_one_line_has_the_names_behind_its_keys", () => {
  const words = { language: "zh" as const, categories: [], names: { "1": "某孵化器" } };
  const options = [
    { key: "a", label: { zh: "研发", en: "R&D" } },
    { key: "b", label: { zh: "商贸", en: "trade" } },
  ];
  expect(answerText(field("f", "choices", { options }), ["a", "b", "c"], words)).toBe("研发、商贸、c");
  expect(answerText(field("f", "link", { of: "carriers" }), "1", words)).toBe("某孵化器");
  expect(answerText(field("f", "amount"), 150, words)).toBe("1.50 元");
  expect(answerText(field("f", "flag"), false, words)).toBe("否");
  expect(answerText(field("f", "words"), [], words)).toBe("—");
});
