import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Extension } from "../api/cycles";
import { draw } from "../testing/draw";
import { ExtensionsPanel } from "./Extensions";

vi.mock("../shell/session", () => ({
  useSession: () => ({ signedIn: true, name: "甲" }),
  useHasRole: (...roles: string[]) => roles.includes("city-reviewer"),
}));

const confirmFor = (proposedByName: string) => {
  const extension = { id: "e", status: "proposed", proposedByName, proposedAt: "2026-01-01T00:00:00Z" } as Extension;
  draw(<ExtensionsPanel extensions={[extension]} />);
  return screen.getByRole<HTMLButtonElement>("button", { name: "确认延期" });
};

test("Whoever_recorded_an_extension_is_told_that_another_person_confirms_it", () => {
  const confirm = confirmFor("甲");
  expect(confirm.disabled).toBe(true);
  expect(confirm.title).toBe("由您登记，须由另一人确认");
});

test("What_a_deputy_recorded_counts_as_ones_own", () => {
  expect(confirmFor("乙（代甲）").disabled).toBe(true);
});

test("Another_person_confirms_an_extension", () => {
  expect(confirmFor("乙").disabled).toBe(false);
});
