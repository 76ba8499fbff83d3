import { useQueries } from "@tanstack/react-query";
import { registry } from "../api/registry";
import { useText } from "../shell/text";
import { useProgrammes } from "./programmes";

/** The key fields of the bureau's programmes, each once. */
export function useCategories() {
  const { t } = useText();
  const { options } = useProgrammes();
  const packs = useQueries({
    queries: options.map(({ value }) => ({
      queryKey: ["policy", value],
      queryFn: () => registry.policy(value),
      staleTime: 60_000,
    })),
  });
  const names = new Map(packs.flatMap(({ data }) => data?.categories ?? []).map(({ key, label }) => [key, t(label)]));
  return {
    options: [...names].map(([value, label]) => ({ value, label })),
    name: (key: string) => names.get(key) ?? key,
  };
}
