import type { Pack, ParameterValue } from "../api/types";
import { figure } from "../shared/figures";
import { statusText } from "../shared/statuses";
import type { Language } from "../shell/text";

/** A parameter's value as text, whatever its kind; keys of grades and standings by their names. */
export function valueText(value: ParameterValue, pack: Pack, language: Language): string {
  const comma = language === "zh" ? "、" : ", ";
  if (typeof value.amountFen === "number") {
    return figure("amountFen", value.amountFen, language);
  }
  if (value.ratios) {
    const named = (key: string) => [...pack.grades, ...pack.categories].find((one) => one.key === key)?.label[language] ?? key;
    return Object.entries(value.ratios)
      .map(([key, ratio]) => `${named(key)} ${ratio}`)
      .join(comma);
  }
  if (value.choices) {
    return value.choices.map((choice) => statusText(choice)[language]).join(comma);
  }
  return figure("", value.number ?? value.ratio ?? value.periodText ?? value.text ?? value.flag, language);
}
