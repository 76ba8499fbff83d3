import type { Scheme } from "../api/evaluations";

/** The evaluations of a pack for which rounds are opened; none where a third party grades without a scheme. What a register records has none. */
export const schemesOf = (pack: unknown): Scheme[] =>
  ((pack as { evaluations?: Scheme[] } | undefined)?.evaluations ?? []).filter((scheme) => !scheme.recorded);
