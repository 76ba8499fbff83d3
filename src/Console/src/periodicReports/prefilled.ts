import type { Prefill } from "../api/cycles";

/** What a form shows: what is given, and under it what it may begin with. What was emptied on purpose stays empty. */
export function shown(given: Record<string, unknown>, prefills: Prefill[], names: string[]): Record<string, unknown> {
  const begun = prefills.filter(({ name }) => names.includes(name) && !(name in given)).map(({ name, value }) => [name, value]);
  return { ...Object.fromEntries(begun), ...given };
}

/** What was given, of what a form shows: a prefilled answer that nobody touched is none. */
export function touched(
  next: Record<string, unknown>,
  given: Record<string, unknown>,
  prefills: Prefill[],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) => name in given || !prefills.some((prefill) => prefill.name === name && prefill.value === value),
    ),
  );
}
