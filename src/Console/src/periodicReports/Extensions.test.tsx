import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Extension } from "../api/cycles";
import { draw } from "../testing/draw";
import { ExtensionsPanel } from "./Extensions";

vi.mock("../shell/session", () => ({
  useSession: () => ({ signedIn: true, name: "甲" }),
  useHasRole: (...roles: string[]) => roles.includes("city-reviewer"),
}));

const confirmFor = (own: boolean) => {
  const extension = { id: "e", status: "proposed", proposedByName: "甲", own, proposedAt: "2026-01-01T00:00:00Z" } as Extension;
  draw(<ExtensionsPanel extensions={[extension]} />);
  return screen.getByRole<HTMLButtonElement>("button", { name: "确认延期" });
};

test("Whoever_recorded_an_extension_is_told_that_another_person_confirms_it", () => {
  const confirm = confirmFor(true);
  expect(confirm.disabled).toBe(true);
  expect(confirm.title).toBe("由您登记，须由另一人确认");
});

test("Another_person_confirms_an_extension_be_it_a_namesake", () => {
  expect(confirmFor(false).disabled).toBe(false);
});
