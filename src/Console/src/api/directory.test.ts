import { expect, test } from "vitest";
import { directory } from "./directory";

test("a table is asked for with the filters of the list, and with a day's end as what was known", () => {
  const address = directory.exportAddress(false, "xlsx", { q: "离岸", type: undefined, on: "2026-01-31", knownOn: "2026-02-01" });

  const asked = new URL(address, "http://localhost");
  expect(asked.pathname).toBe("/api/registry/institutions/export");
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    q: "离岸",
    on: "2026-01-31",
    knownAt: "2026-02-01T23:59:59+08:00",
    format: "xlsx",
  });
  expect(directory.exportAddress(true, "csv", {})).toBe("/api/registry/public/institutions/export?format=csv");
});
