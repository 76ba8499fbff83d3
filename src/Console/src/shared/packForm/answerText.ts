import type { Category, FormField } from "../../api/types";
import type { Language } from "../../shell/text";
import { figure } from "../figures";
import { missing } from "./answers";

type Words = { language: Language; categories: Pick<Category, "key" | "label">[]; names: Record<string, string> };

/** An answer in one line, for lists: choices by their names, links by what they lead to, amounts in yuan. */
export function answerText(field: FormField, value: unknown, words: Words): string {
  const { language, categories, names } = words;
  if (missing(value)) {
    return "—";
  }
  if (Array.isArray(value) && field.type !== "list") {
    return value.map((one) => answerText(field, one, words)).join(language === "zh" ? "、" : ", ");
  }
  const labelled = (options: { key: string; label: { zh: string; en: string } }[]) =>
    options.find((one) => one.key === value)?.label[language] ?? String(value);
  switch (field.type) {
    case "choice":
    case "choices":
      return labelled(field.options);
    case "category":
      return labelled(categories);
    case "link":
      return names[String(value)] ?? String(value);
    case "list":
      return String((value as unknown[]).length);
    case "amount":
      return figure("amountFen", value, language);
    default:
      return figure("", value, language);
  }
}
