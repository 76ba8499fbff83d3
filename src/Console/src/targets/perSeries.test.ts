import { expect, test } from "vitest";
import type { Target } from "../api/types";
import { perSeries } from "./perSeries";

const target = (name: string, key: string, year: number) => ({ name, key, by: `${year}-12-31` }) as Target;

test("What_recurs_every_year_is_shown_once_by_the_year_of_the_day", () => {
  const all = [target("brokers", "brokers", 2025), target("events-2022", "events", 2022), target("events-2023", "events", 2023)];

  expect(perSeries(all, "2022-06-01").map((one) => one.name)).toEqual(["brokers", "events-2022"]);
  expect(perSeries(all, "2026-06-01").map((one) => one.name)).toEqual(["brokers", "events-2023"]);
  expect(perSeries(all, "2020-06-01").map((one) => one.name)).toEqual(["brokers", "events-2022"]);
  expect(perSeries(all, "2020-06-01", "events-2023").map((one) => one.name)).toEqual(["brokers", "events-2023"]);
});
