import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { cycles, type Missing } from "../api/cycles";
import { registry } from "../api/registry";
import type { Pack } from "../api/types";
import { draw } from "../testing/draw";
import { MissingPage } from "./MissingPage";

vi.mock("../shell/session", () => ({
  useSession: () => ({ signedIn: true, name: "甲" }),
  useHasRole: (...roles: string[]) => roles.includes("city-reviewer"),
}));

const row = (reportId: string, more: object = {}) => ({
  reportId,
  institutionId: reportId,
  institutionName: reportId,
  district: "d",
  dueOn: "2026-01-31",
  daysLate: 9,
  extensionProposed: false,
  listed: false,
  ...more,
});
const span = {
  programme: "p",
  year: 2025,
  round: 1,
  consequence: null,
  missing: [row("free"), row("extended", { extensionProposed: true }), row("listed", { listed: true })],
  lists: [
    { id: "l", status: "recorded", recordedByName: "甲", own: true, recordedAt: "2026-02-01T00:00:00Z", reports: [], version: 1 },
  ],
} as unknown as Missing;

test("Only_what_may_be_recorded_can_be_ticked_and_ones_own_list_waits_for_another_person", async () => {
  vi.spyOn(registry, "policies").mockResolvedValue({ items: [] });
  vi.spyOn(registry, "policy").mockResolvedValue({ cycles: [{ name: "periodic-report", every: "year" }] } as unknown as Pack);
  vi.spyOn(cycles, "missing").mockResolvedValue(span);
  draw(<MissingPage />, { at: "/missing-reports?programme=p" });

  const confirm = await screen.findByRole<HTMLButtonElement>("button", { name: "确认名单" }, { timeout: 4000 });
  expect([confirm.disabled, confirm.title]).toEqual([true, "由您登记，须由另一人确认"]);
  const ticks = ["free", "extended", "listed"].map((id) =>
    document.querySelector<HTMLInputElement>(`tr[data-row-key=${id}] input[type=checkbox]`),
  );
  expect(ticks.map((tick) => tick?.disabled)).toEqual([false, true, true]);
}, 15_000);
