import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { standing } from "../api/standing";
import type { Interpretation } from "../api/types";

const Context = createContext<Map<string, Interpretation[]>>(new Map());
const none: Interpretation[] = [];

/** Lends every clause on the page what the bureau has interpreted (ZS-33). */
export function InterpretationsProvider({ children }: { children: ReactNode }) {
  const list = useQuery({
    queryKey: ["interpretations", "by-clause"],
    queryFn: () => standing.interpretations({ limit: "200" }),
    staleTime: 60_000,
  });
  const items = list.data?.items;
  const byClause = useMemo(() => grouped(items ?? none), [items]);
  return <Context value={byClause}>{children}</Context>;
}

function grouped(items: Interpretation[]): Map<string, Interpretation[]> {
  const groups = new Map<string, Interpretation[]>();
  for (const one of items) {
    groups.set(one.clause, [...(groups.get(one.clause) ?? none), one]);
  }
  return groups;
}

/** The interpretations of a clause; none on pages that are read without a session. */
export function useInterpretations(clause: string): Interpretation[] {
  return useContext(Context).get(clause) ?? none;
}
