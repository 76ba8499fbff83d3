import { describe, expect, it } from "vitest";
import type { FormField } from "../api/types";
import { labelOf } from "./Difference";

const field = (name: string, zh: string, en: string, fields: FormField[] = []) =>
  ({ name, label: { zh, en }, type: "text", fields }) as unknown as FormField;
const form = [
  field("projectName", "项目名称", "project name"),
  field("leadBodies", "牵头单位", "lead bodies", [field("name", "名称", "name")]),
];

describe("labelOf", () => {
  it("names_an_answer_by_the_form", () => expect(labelOf("projectName", form).zh).toBe("项目名称"));
  it("names_an_item_of_a_list_by_its_place", () =>
    expect(labelOf("leadBodies[1].name", form)).toEqual({ zh: "牵头单位 2 · 名称", en: "lead bodies 2 · name" }));
  it("shows_what_the_form_no_longer_has_as_it_was_stored", () => expect(labelOf("gone[0].x", form).en).toBe("gone[0].x"));
});
