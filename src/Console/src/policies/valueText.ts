import type { ParameterValue } from "../api/types";
import { figure } from "../shared/figures";
import type { Language } from "../shell/text";

/** A parameter's value as text, whatever its kind. */
export function valueText(value: ParameterValue, language: Language): string {
  if (value.amountFen !== undefined) {
    return figure("amountFen", value.amountFen, language);
  }
  if (value.ratios) {
    return Object.entries(value.ratios)
      .map(([key, ratio]) => `${key} ${ratio}`)
      .join(language === "zh" ? "、" : ", ");
  }
  return figure("", value.number ?? value.ratio ?? value.periodText ?? value.choices ?? value.text ?? value.flag, language);
}
