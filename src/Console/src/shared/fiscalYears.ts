import { useBusinessDate } from "../shell/BusinessDate";

/** Next year and as many back as a bureau keeps at hand, from before the platform as well. */
const offered = 10;

/** The fiscal years that a list or a form offers: around the business day, newest first. */
export function useFiscalYears() {
  const current = Number(useBusinessDate().today.slice(0, 4));
  const years = Array.from({ length: offered }, (_, back) => current + 1 - back);
  return { current, options: years.map((year) => ({ value: String(year), label: String(year) })) };
}
