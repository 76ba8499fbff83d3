import { useText } from "../shell/text";
import { usePacks } from "./programmes";

/** The key fields of the bureau's programmes, each once. */
export function useCategories() {
  const { t } = useText();
  const names = new Map(usePacks().flatMap(({ categories }) => categories.map(({ key, label }) => [key, t(label)])));
  return {
    options: [...names].map(([value, label]) => ({ value, label })),
    name: (key: string) => names.get(key) ?? key,
  };
}
