import { expect, test, vi } from "vitest";
import type { Evaluation, Scheme } from "../api/evaluations";
import { reporting } from "../api/reporting";
import { matching, namedBefore, readBodies, withBodies } from "./bodies";

const [one, other] = ["91330900MA2A2X6J6D", "91110108551385082Q"];

test("Pasted_lines_give_a_body_each_and_a_line_without_a_valid_code_is_told", () => {
  const read = readBodies(`武汉创业孵化中心 ${other}\n\n襄阳科技园，${other.toLowerCase()}\n宜昌某园 123\n只有名称`);

  expect(read.bodies).toEqual([
    { name: "武汉创业孵化中心", code: other },
    { name: "襄阳科技园", code: other },
  ]);
  expect(read.wrong).toEqual(["宜昌某园 123", "只有名称"]);
});

test("A_body_is_found_by_a_part_of_its_name_or_code", () => {
  const all = [
    { name: "甲中心", code: one },
    { name: "乙中心", code: other },
  ];

  expect(matching(all, "乙")).toEqual([all[1]]);
  expect(matching(all, "ma2a")).toEqual([all[0]]);
  expect(matching(all, "")).toEqual(all);
});

test("Bodies_named_before_are_found_on_every_page_and_only_those_of_the_same_evaluation", async () => {
  const named = (programme: string, scheme: string, institutionName: string, institutionCode: string) =>
    ({ programme, scheme, named: true, institutionName, institutionCode }) as Evaluation;
  vi.spyOn(reporting, "evaluations").mockImplementation(async ({ after }) =>
    after
      ? { items: [named("zone", "mid-term", "乙中心", other)], next: null }
      : { items: [named("zone", "yearly", "甲中心", one), named("else", "mid-term", "甲中心", one)], next: "2" },
  );

  expect(await namedBefore("zone", { name: "mid-term", subjects: "named" } as Scheme)).toEqual([{ name: "乙中心", code: other }]);
});

test("A_body_is_listed_once_by_the_name_given_first", () => {
  expect(
    withBodies(
      [{ name: "甲", code: one }],
      [
        { name: "甲（新）", code: one },
        { name: "乙", code: other },
      ],
    ),
  ).toEqual([
    { name: "甲", code: one },
    { name: "乙", code: other },
  ]);
});
