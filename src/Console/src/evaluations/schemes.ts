import type { Scheme } from "../api/evaluations";

/** The evaluations that a pack names; none where a third party grades without a scheme. */
export const schemesOf = (pack: unknown): Scheme[] => (pack as { evaluations?: Scheme[] } | undefined)?.evaluations ?? [];
