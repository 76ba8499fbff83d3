import type { Pack } from "../api/types";
import type { Text } from "../shell/text";

/** Something whose amounts a yearly decision fixes: a reward, or a claim with a tariff. */
export type Award = {
  programme: string;
  name: string;
  label: Text;
  clause: string;
  /** What amounts are given for; null where they are given for bodies. */
  keys: { key: string; label: Text }[] | null;
};

export function awardsOf(pack: Pack): Award[] {
  const rewards = (pack.rewards ?? []).map((reward) => ({
    programme: pack.programme,
    name: reward.name,
    label: reward.label,
    clause: reward.citation.clauseId,
    keys: reward.by === "grade" ? pack.grades : null,
  }));
  const tariffs = (pack.claims ?? []).flatMap((kind) =>
    kind.tariff
      ? [
          {
            programme: pack.programme,
            name: kind.name,
            label: kind.label,
            clause: kind.citation.clauseId,
            keys: kind.fields.find((field) => field.name === kind.tariff)?.options ?? [],
          },
        ]
      : [],
  );
  return [...rewards, ...tariffs];
}
