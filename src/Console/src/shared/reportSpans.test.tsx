import { screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { gateway } from "../api/gateway";
import { registry } from "../api/registry";
import type { Pack, PackSummary } from "../api/types";
import { draw } from "../testing/draw";
import { useReportSpans } from "./reportSpans";

const pack = (programme: string, every: string | null) =>
  ({ programme, cycles: every ? [{ name: "periodic-report", every }] : [] }) as unknown as Pack;

function Spans({ programme, year }: { programme?: string; year?: string }) {
  const { options } = useReportSpans(programme, year);
  return <p>{options.map(({ value }) => value).join(" ")}</p>;
}

/** Of two programmes one reported each quarter until it was made to report each year. */
function rule() {
  vi.spyOn(gateway, "clock").mockResolvedValue({ now: "2026-05-01T00:00:00Z", today: "2026-05-01", adjustable: false });
  vi.spyOn(registry, "policies").mockResolvedValue({
    items: ["p", "q"].map((programme) => ({ programme, ruling: true, title: { zh: programme, en: programme } })) as PackSummary[],
  });
  vi.spyOn(registry, "policy").mockImplementation(async (programme, on) =>
    programme === "q" ? pack("q", "half-year") : pack("p", on === "2025-12-31" ? "quarter" : "year"),
  );
}
afterEach(() => vi.restoreAllMocks());

test.each([
  ["p", undefined, "1"],
  ["p", "2025", "1 2 3 4"],
  ["q", "2026", "1 2"],
  [undefined, undefined, "1 2"],
])("The_spans_of_%s_in_%s_are_%s", async (programme, year, spans) => {
  rule();
  draw(<Spans programme={programme} year={year} />);
  expect(await screen.findByText(spans)).toBeDefined();
});
