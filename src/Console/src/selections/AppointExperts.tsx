import { recognition } from "../api/recognition";
import type { Selection } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";
import { type Appointing, AppointmentFields, appointment } from "./AppointmentFields";

/** More experts for a selection that runs: where recusals have left too few (ZS-15). */
export function AppointExperts({ selection }: { selection: Selection }) {
  const { t } = useText();
  const appointed = new Set(selection.entries.flatMap((entry) => entry.sheets.map((sheet) => sheet.expertId)));
  return (
    <ActionButton<Appointing, Selection>
      label={t("增聘专家", "Appoint experts")}
      version={selection.version}
      fields={<AppointmentFields taken={appointed} />}
      act={(values, act) => recognition.appoint(selection.id, appointment(values), act)}
      done={t("已增聘", "Appointed")}
    />
  );
}
