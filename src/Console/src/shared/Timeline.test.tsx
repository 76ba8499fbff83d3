import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw";
import { Timeline } from "./Timeline";

test("A_timeline_tells_what_happened_when_in_Beijing_and_by_whom", () => {
  draw(<Timeline entries={[{ at: "2026-01-05T16:30:00Z", what: "returned", by: "林静", clause: "ZS-14", note: "请补充" }]} />);
  const entry = screen.getByRole("listitem").textContent;
  expect(entry).toContain("已退回");
  expect(entry).toContain("ZS-14");
  expect(entry).toContain("2026-01-06 00:30");
  expect(entry).toContain("林静");
  expect(entry).toContain("请补充");
});

test("A_thing_without_a_history_says_so", () => {
  draw(<Timeline entries={[]} />);
  expect(screen.getByText("还没有记录")).toBeTruthy();
});
