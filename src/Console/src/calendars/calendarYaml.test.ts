import { expect, test } from "vitest";
import { calendarYaml } from "./calendarYaml";

test("A_test_calendar_says_so_and_names_no_notice", () => {
  const yaml = calendarYaml({
    year: 2027,
    kind: "test",
    holidays: [
      { name: "国庆节", from: "2027-10-01", to: "2027-10-07" },
      { name: "元旦", from: "2027-01-01", to: "2027-01-01" },
    ],
  });
  expect(yaml).toBe(
    [
      "year: 2027",
      "test: true",
      "holidays:",
      '  - { from: 2027-01-01, to: 2027-01-01, zh: "元旦", en: "New Year\'s Day" }',
      '  - { from: 2027-10-01, to: 2027-10-07, zh: "国庆节", en: "National Day" }',
      "make-up-days: []",
      "",
    ].join("\n"),
  );
});

test("A_published_calendar_names_its_notice_whatever_is_in_the_title", () => {
  const yaml = calendarYaml({
    year: 2027,
    kind: "published",
    notice: { number: "国办发明电〔2026〕1号", title: '关于"2027年"的通知', date: "2026-11-04" },
    holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
    makeUpDays: [{ name: "元旦", day: "2027-01-09" }],
  });
  expect(yaml).not.toContain("test:");
  expect(yaml).toContain('  title: "关于\\"2027年\\"的通知"');
  expect(yaml).toContain('  - { day: 2027-01-09, zh: "元旦", en: "New Year\'s Day" }');
});
