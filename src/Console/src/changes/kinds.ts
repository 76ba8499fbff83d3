import type { Text } from "../shell/text";

/** What counts as a major change (ZS-21). */
export const kinds: Record<string, Text> = {
  split: { zh: "分立", en: "Split" },
  merger: { zh: "合并", en: "Merger" },
  reorganisation: { zh: "重组", en: "Reorganisation" },
  business: { zh: "经营业务变化", en: "Change of business" },
  other: { zh: "其他", en: "Other" },
};

export const kindName = (kind: string): Text => kinds[kind] ?? { zh: kind, en: kind };
