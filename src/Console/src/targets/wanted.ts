import type { Target } from "../api/types";
import type { Language } from "../shell/text";
import { brief } from "./brief";

/** 突破 and 超過 are exceeded, 達到 and 以上 merely met: the sign says which. */
export function wantedText(target: Pick<Target, "strict" | "wanted" | "years" | "by">, language: Language): string {
  const plan = target.years.find((one) => String(one.year) === target.by.slice(0, 4))?.plan;
  const figure =
    plan && plan.amountFen !== null ? `${brief(plan, language)}${language === "zh" ? "元" : " yuan"}` : target.wanted;
  return `${target.strict ? ">" : "≥"} ${figure}`;
}
