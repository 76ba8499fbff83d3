import type { Target } from "../api/types";

/** Where a target stands on a day; as the dashboard counts them. */
export type TargetState = "met" | "under-way" | "behind" | "unmeasured";

export const targetStates: TargetState[] = ["behind", "under-way", "met", "unmeasured"];

export function stateOf(target: Pick<Target, "met" | "by">, on: string): TargetState {
  if (target.met === null || target.met === undefined) {
    return "unmeasured";
  }
  return target.met ? "met" : on > target.by ? "behind" : "under-way";
}

/** How much of what is wanted is reached, in whole percent and only to draw a width; null where one of both is not known. */
export function shareOf(target: Pick<Target, "years" | "by" | "counted" | "actualYear">, on: string): number | null {
  const figuresOf = (year: string) => target.years.find((one) => String(one.year) === year);
  const year = String(target.actualYear ?? (target.counted ? on.slice(0, 4) : ""));
  const [wanted, actual] = [figuresOf(target.by.slice(0, 4))?.plan?.plotted, figuresOf(year)?.actual?.plotted];
  // What is less than a millionth of a percent below a whole one is a rounding of the drawn number.
  return wanted === undefined || actual === undefined || wanted <= 0
    ? null
    : Math.max(0, Math.floor((actual * 100) / wanted + 1e-6));
}

/** The years of a table: the last few, up to the one asked for, else up to the last in which something is wanted. */
export function yearsOf(targets: Pick<Target, "years" | "forecast" | "by">[], asked?: number, most = 6) {
  const until = asked ?? Math.max(...targets.map((target) => Number(target.by.slice(0, 4))));
  const known = targets.flatMap((target) => [...target.years, ...(target.forecast?.points ?? [])].map((one) => one.year));
  const all = [...new Set(known)].sort((a, b) => a - b);
  return { all, shown: all.filter((year) => year <= until).slice(-most) };
}
