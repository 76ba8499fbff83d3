import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../../testing/draw";
import { field } from "../../testing/fields";
import { DifferenceTable } from "./DifferenceTable";

const fields = [
  field("type", "category"),
  field("ways", "choices", { options: [{ key: "rd", label: { zh: "研发", en: "R&D" } }] }),
  field("investmentFen", "amount"),
  field("parties", "list", {
    label: { zh: "单位", en: "Parties" },
    fields: [field("code", "text", { label: { zh: "代码", en: "Code" } })],
  }),
];
const categories = [{ key: "campus", label: { zh: "高校院所式", en: "Campus" } }] as never;
const rows = () => screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));

test("What_changed_is_read_by_its_names_in_yuan_and_item_by_item", () => {
  const changes = [
    { field: "type", before: null, after: "campus" },
    { field: "ways[0]", before: "rd", after: null },
    { field: "investmentFen", before: 100, after: 250 },
    { field: "parties[1].code", before: "甲", after: "乙" },
    { field: "gone.x", before: undefined, after: "丙" },
  ];
  draw(<DifferenceTable fields={fields} categories={categories} changes={changes} />, { language: "en" });
  expect(rows().slice(1)).toEqual([
    ["type", "—", "Campus"],
    ["ways 1", "R&D", "—"],
    ["investmentFen", "¥ 1.00", "¥ 2.50"],
    ["Parties 2 · Code", "甲", "乙"],
    ["gone.x", "—", "丙"],
  ]);
});
