const dayMs = 86_400_000;
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Where a span of days lies on a line of years, in percent; both days are inside, and what reaches beyond is cut. */
export function spanOf(years: number[], from: string, until: string): { left: string; width: string } {
  const start = ms(`${years[0]}-01-01`);
  const whole = ms(`${years.at(-1)}-12-31`) + dayMs - start;
  const percent = (at: number) => Math.min(100, Math.max(0, ((at - start) * 100) / whole));
  const [left, right] = [percent(ms(from)), percent(ms(until) + dayMs)];
  return { left: `${left.toFixed(2)}%`, width: `${Math.max(0, right - left).toFixed(2)}%` };
}
