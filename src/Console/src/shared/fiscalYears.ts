import { useBusinessDate } from "../shell/BusinessDate";

/** The fiscal years that a list or a form offers: around the business day, newest first. */
export function useFiscalYears() {
  const current = Number(useBusinessDate().today.slice(0, 4));
  const years = [current + 1, current, current - 1, current - 2, current - 3];
  return { current, options: years.map((year) => ({ value: String(year), label: String(year) })) };
}
