import { useSession } from "./session";

/** Who signed: the person, and whom it acted for, as 王五（代李四）. */
const signers = (byName: string | null | undefined) => (byName ?? "").replace(/）$/, "").split("（代");

/**
 * Whether something is one's own, by the name that stands under it: `wrote` where one wrote it oneself, `counts` also where a deputy did for
 * one (P-5). The services decide by the person; this only tells before they would refuse.
 */
export function useMine() {
  const { name } = useSession();
  return {
    wrote: (byName: string | null | undefined) => !!name && signers(byName)[0] === name,
    counts: (byName: string | null | undefined) => !!name && signers(byName).includes(name),
  };
}
