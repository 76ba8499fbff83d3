import { useQueries, useQuery } from "@tanstack/react-query";
import { registry } from "../api/registry";
import type { Day, Pack } from "../api/types";
import { useText } from "../shell/text";

/** The bureau's programmes, for pickers and for naming; one entry each, however many versions its pack has. */
export function useProgrammes() {
  const { t } = useText();
  const packs = useQuery({ queryKey: ["policies"], queryFn: registry.policies, staleTime: 60_000 });
  const items = packs.data?.items ?? [];
  const ruling = items.filter((pack, index) => pack.ruling ?? items.findIndex((p) => p.programme === pack.programme) === index);
  return {
    /** Whether the list is still on its way; a form must not open before its first choice is known. */
    loading: packs.isPending,
    options: ruling.map((pack) => ({ value: pack.programme, label: t(pack.title) })),
    name: (programme: string) => {
      const pack = ruling.find((one) => one.programme === programme) ?? items.find((one) => one.programme === programme);
      return pack ? t(pack.title) : programme;
    },
  };
}

/** The pack that rules a programme today, or that ruled it on a day: what was made under an older one is drawn by that one. */
export function usePack(programme: string | undefined, on?: Day | null) {
  return useQuery({
    queryKey: on ? ["policy", programme, on] : ["policy", programme],
    queryFn: () => registry.policy(programme ?? "", on || undefined),
    enabled: !!programme,
    staleTime: 60_000,
  });
}

/** The packs of the bureau's programmes, as far as they are here. */
export function usePacks(): Pack[] {
  const { options } = useProgrammes();
  return useQueries({
    queries: options.map(({ value }) => ({
      queryKey: ["policy", value],
      queryFn: () => registry.policy(value),
      staleTime: 60_000,
    })),
    combine: (packs) => packs.flatMap(({ data }) => data ?? []),
  });
}

/** The step of a kind in a programme's procedure; undefined where it has none, or while its pack is on the way. */
export function useStep(programme: string | undefined, kind: string) {
  return usePack(programme).data?.procedure.find((step) => step.kind === kind);
}

/** A grade's or category's name, today or on a day, or its key while the pack is not there. */
export function useWords(programme: string | undefined, on?: Day | null) {
  const { t } = useText();
  const pack = usePack(programme, on).data;
  const named = (list: Pack["grades"] | Pack["categories"] | undefined, key: string | null | undefined) => {
    const found = list?.find((one) => one.key === key);
    return found ? t(found.label) : (key ?? "—");
  };
  return {
    pack,
    grade: (key: string | null | undefined) => named(pack?.grades, key),
    category: (key: string | null | undefined) => named(pack?.categories, key),
  };
}
