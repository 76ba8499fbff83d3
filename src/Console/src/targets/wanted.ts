import type { Target } from "../api/types";

/** 突破 and 超過 are exceeded, 達到 and 以上 merely met: the sign says which. */
export const wantedText = (target: Pick<Target, "strict" | "wanted">) => `${target.strict ? ">" : "≥"} ${target.wanted}`;
