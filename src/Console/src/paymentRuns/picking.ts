import type { Payment } from "../api/types";

/** The most payments of one run, as the service has it: a person reads it before sealing. */
export const mostOfRun = 200;

type Run = Pick<Payment, "programme" | "fiscalYear">;

/** A run holds one programme and one year. */
export const sameRun = (a: Run, b: Run) => a.programme === b.programme && a.fiscalYear === b.fiscalYear;

/** What is ticked: of the rows shown as they are now, of other pages as they were when they were ticked. */
export function ticked(keys: string[], shown: (Payment | undefined)[], before: Payment[]): Payment[] {
  const known = new Map([...before, ...shown.filter((row) => !!row)].map((row) => [row.id, row]));
  return keys.flatMap((key) => known.get(key) ?? []);
}

/** All that match beside what is ticked already: of the run that is begun or the first one found, up to what a run holds. */
export function withAll(before: Payment[], found: Payment[]): Payment[] {
  const run = before[0] ?? found[0];
  const more = found.filter((row) => run && sameRun(run, row) && !before.some((one) => one.id === row.id));
  return [...before, ...more].slice(0, Math.max(before.length, mostOfRun));
}
