import { recognition } from "../api/recognition";
import type { ScoreSheet } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

/** An expert declares a conflict that no register shows (ZS-15). */
export function Recuse({ sheet }: { sheet: ScoreSheet }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, ScoreSheet>
      label={t("申请回避", "Recuse myself")}
      version={sheet.version}
      fields={<ReasonField label={t("回避理由", "Reason")} />}
      act={({ reason }, act) => recognition.recuse(sheet.id, reason, act)}
      done={t("已回避", "Recused")}
    />
  );
}
