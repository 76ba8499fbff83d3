import { scoring } from "../api/evaluations";
import type { EvaluationRoundDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";

/** Locks the scores; what they come to is each body's grade. */
export function ConcludeScores({ detail }: { detail: EvaluationRoundDetail }) {
  const { t } = useText();
  const { round, sheets } = detail;
  const open = sheets.filter((sheet) => sheet.status === "open").length;
  return (
    <ActionButton<object, EvaluationRoundDetail>
      label={t("汇总评分", "Conclude the scores")}
      type="primary"
      version={round.version}
      summary={() => [
        { label: t("待汇总单位", "Bodies to conclude"), value: round.due },
        { label: t("未评分的评分表", "Sheets without scores"), value: open },
      ]}
      consequence={t(
        "汇总后评分锁定，按加权平均分确定等次；由另一人公布。",
        "The scores are locked and the weighted mean gives the grade; another person publishes.",
      )}
      act={(_, act) => scoring.conclude(round.id, act)}
      done={t("评分已汇总", "Concluded")}
    />
  );
}
