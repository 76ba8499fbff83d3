import { Cited } from "./Clause";
import { usePack } from "./programmes";

/** The clause behind a parameter of a programme's pack, as it stands; nothing where the programme has no such rule. */
export function RuleClause({ programme, parameter }: { programme: string | undefined; parameter: string }) {
  const pack = usePack(programme).data;
  const value = pack?.parameters.find((one) => one.name === parameter)?.values.at(-1);
  return value ? <Cited citation={value} /> : null;
}
