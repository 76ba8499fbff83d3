import type { FormField } from "../api/types";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

const optionsOf = (fields: FormField[]): FormField["options"] =>
  fields.flatMap((field) => [...field.options, ...optionsOf(field.fields)]);

/** Says the keys of a form's answers in its own words: a list of chosen options reads as it was chosen. */
export function useAnswerWords(programme: string): (value: string) => string {
  const { t } = useText();
  const options = optionsOf(usePack(programme).data?.fields ?? []);
  const word = (key: string) => {
    const option = options.find((one) => one.key === key);
    return option ? t(option.label) : key;
  };
  return (value) =>
    options.some((one) => one.key === value.split(", ")[0]) ? value.split(", ").map(word).join(t("、", ", ")) : value;
}
