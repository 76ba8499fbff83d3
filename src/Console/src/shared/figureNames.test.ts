import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figureNames } from "./figureNames";

const services = ["Registry.Service", "Funding.Service", "Reporting.Service", "ServiceDefaults", "Policies", "Gateway"];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".cs"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
}

describe("figure names", () => {
  it("say in Chinese and English what every service puts into a refusal", () => {
    const given = services
      .flatMap((service) => sources(join(process.cwd(), "..", service)))
      .flatMap((source) => [...source.matchAll(/\.With\("(\w+)"/g)].map((match) => match[1] ?? ""));
    const shown = new Set(given.filter((name) => !/(Id|Ids|Hash)$/.test(name)));
    expect(shown.size).toBeGreaterThan(100);
    expect([...shown].filter((name) => !(name in figureNames))).toEqual([]);
  });
});
