import { useQueries } from "@tanstack/react-query";
import { registry } from "../api/registry";
import { Cited } from "./Clause";
import { useProgrammes } from "./programmes";

/**
 * The clauses behind a kind of step, of each of the bureau's programmes that has it, or of one: a page that serves several
 * programmes must not cite one of them for all.
 */
export function StepClauses({ kind, programme }: { kind: string; programme?: string }) {
  const { options } = useProgrammes();
  const programmes = programme ? [programme] : options.map(({ value }) => value);
  const packs = useQueries({
    queries: programmes.map((one) => ({ queryKey: ["policy", one], queryFn: () => registry.policy(one), staleTime: 60_000 })),
  });
  return packs
    .flatMap(({ data }) => data?.procedure.filter((step) => step.kind === kind) ?? [])
    .filter((step, index, all) => all.findIndex((other) => other.citation.clauseId === step.citation.clauseId) === index)
    .map(({ citation }) => <Cited key={citation.clauseId} citation={citation} />);
}
