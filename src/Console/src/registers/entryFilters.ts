import type { FormField, Pack, Register } from "../api/types";
import type { Filter } from "../shared/FilterTable";
import type { Text } from "../shell/text";
import { stateText } from "./words";

type Translate = (text: string | Text, en?: string) => string;

/** What a register's list is filtered by: its state, a day, words to search, and the fields that the pack names. */
export function entryFilters(register: Register, pack: Pick<Pack, "programme" | "categories">, t: Translate): Filter[] {
  const states = ["draft", ...register.states.map((state) => state.key)];
  return [
    { name: "q", label: t("查找", "Search") },
    {
      name: "state",
      label: t("状态", "State"),
      options: states.map((value) => ({ value, label: t(stateText(register, value)) })),
    },
    { name: "on", label: t("截至某日", "As of"), day: true },
    ...register.fields.filter((field) => register.filters.includes(field.name)).map((field) => fieldFilter(field, pack, t)),
  ];
}

function fieldFilter(field: FormField, pack: Pick<Pack, "programme" | "categories">, t: Translate): Filter {
  const filter = { name: field.name, label: t(field.label) };
  const named = (options: { key: string; label: Text }[]) => options.map(({ key, label }) => ({ value: key, label: t(label) }));
  switch (field.type) {
    case "choice":
    case "choices":
      return { ...filter, options: named(field.options) };
    case "category":
      return { ...filter, options: named(pack.categories) };
    case "flag":
      return {
        ...filter,
        options: [
          { value: "true", label: t("是", "Yes") },
          { value: "false", label: t("否", "No") },
        ],
      };
    case "link":
      return { ...filter, link: { programme: pack.programme, of: field.of ?? "" } };
    case "day":
    case "past-day":
      return { ...filter, day: true };
    default:
      return filter;
  }
}
