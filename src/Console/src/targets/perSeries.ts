import type { Target } from "../api/types";

/** What recurs every year is shown once, by the year that the day is in, or the last before it; the chosen one in any case. */
export function perSeries(targets: Target[], on: string, chosen?: string): Target[] {
  const year = on.slice(0, 4);
  return targets.filter((target) => {
    const same = targets.filter((one) => one.key === target.key);
    const shown = same.find((one) => one.name === chosen) ?? same.findLast((one) => one.by.slice(0, 4) <= year) ?? same[0];
    return shown === target;
  });
}
