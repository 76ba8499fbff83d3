import type { ChangeKind } from "../api/appropriations";
import { useText } from "../shell/text";

const kinds: Record<ChangeKind, [zh: string, en: string]> = {
  supplement: ["追加", "Supplement"],
  reduction: ["追减", "Reduction"],
  "carry-over": ["结转", "Carry-over"],
  close: ["年终结账", "Close of the year"],
};

/** What a change of an appropriation is called. */
export function useKindName(): (kind: ChangeKind) => string {
  const { t } = useText();
  return (kind) => t(...kinds[kind]);
}
