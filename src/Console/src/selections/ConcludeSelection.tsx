import { recognition } from "../api/recognition";
import type { Selection } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";

/** Locks the scores and makes the ranking, which is the proposal list (ZS-15). */
export function ConcludeSelection({ selection }: { selection: Selection }) {
  const { t } = useText();
  const open = selection.entries.flatMap((entry) => entry.sheets).filter((sheet) => sheet.status === "open").length;
  return (
    <ActionButton<object, Selection>
      label={t("形成建议名单", "Conclude")}
      type="primary"
      version={selection.version}
      summary={() => [
        { label: t("评审", "Selection"), value: selection.title },
        { label: t("尚未评分", "Not scored yet"), value: t(`${open} 份`, `${open} sheets`) },
      ]}
      consequence={t("评分随即锁定，由另一人审定名单。", "The scores are locked; another person decides on the list.")}
      act={(_, act) => recognition.concludeSelection(selection.id, act)}
      done={t("已形成建议名单", "The proposal list is made")}
    />
  );
}
