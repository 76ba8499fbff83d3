import { expect, test } from "vitest";
import type { Commendable, CommendedCase } from "../api/types";
import { asksName, choicesOf, linesOf, valuesOf } from "./commendation";

const known: Commendable[] = [
  {
    ground: "early-duty",
    of: "d",
    name: "武汉市人民政府",
    title: { zh: "健全技术交易市场", en: "markets" },
    fact: { zh: "2022-06-01 完成", en: "done" },
  },
];

test("Only_a_duty_knows_its_unit_already", () => {
  expect(["early-duty|d", "target-exceeded|t", "case"].map(asksName)).toEqual([false, true, true]);
});

test("Records_and_an_example_may_be_chosen_and_what_rests_on_a_record_has_no_title_of_its_own", () => {
  expect(choicesOf(known, (text) => text.zh).map(({ value }) => value)).toEqual(["early-duty|d", "case"]);
  const [duty, example] = linesOf([
    { key: "early-duty|d", text: "提前。" },
    { key: "case", name: "某大学", title: "成果落地", text: "量产。" },
  ]);
  expect(duty).toEqual({ ground: "early-duty", of: "d", name: null, title: null, text: { zh: "提前。", en: "" } });
  expect([example?.ground, example?.of, example?.title?.zh]).toEqual(["case", null, "成果落地"]);
});

test("What_stands_in_a_draft_comes_back_as_it_was_entered", () => {
  const cases = [
    {
      ground: "early-duty",
      of: "d",
      name: "武汉市人民政府",
      title: known[0]?.title,
      fact: known[0]?.fact,
      text: { zh: "提前。", en: "" },
    },
    {
      ground: "case",
      of: null,
      name: "某大学",
      title: { zh: "成果落地", en: "Landed" },
      fact: { zh: "", en: "" },
      text: { zh: "量产。", en: "In production." },
    },
  ] as CommendedCase[];
  expect(linesOf(valuesOf(cases)).map((line) => [line.ground, line.of, line.name])).toEqual([
    ["early-duty", "d", "武汉市人民政府"],
    ["case", null, "某大学"],
  ]);
  const [, example] = linesOf(valuesOf(cases));
  expect([example?.title?.en, example?.text.en]).toEqual(["Landed", "In production."]);
});
