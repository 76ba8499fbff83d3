/** A score in hundredths of a point as it is printed: two decimals, never through floating point. */
export function points(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) {
    return "—";
  }
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** What a person typed, such as 59.5, in hundredths of a point. */
export const hundredths = (typed: number | string): number => {
  const [whole = "0", part = ""] = String(typed).split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0").slice(0, 2));
};
