import { useQuery } from "@tanstack/react-query";
import type { Sheet } from "../api/types";
import { useText } from "../shell/text";
import { CalculationSheet } from "./CalculationSheet";
import { Loaded } from "./Loaded";

type SheetPanelProps = { of: string; id: string; subject: string; load: (id: string) => Promise<Sheet> };

/** The calculation sheet of a decision, under the decision it explains. */
export function SheetPanel({ of, id, subject, load }: SheetPanelProps) {
  const { t } = useText();
  const sheet = useQuery({ queryKey: ["sheet", of, id], queryFn: () => load(id) });
  return (
    <section className="prints">
      <h2 className="prints-title">{t("计算书", "Calculation sheet")}</h2>
      <Loaded query={sheet}>{(value) => <CalculationSheet sheet={value} subject={subject} />}</Loaded>
    </section>
  );
}
