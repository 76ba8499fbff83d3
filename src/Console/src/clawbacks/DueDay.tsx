import { Tag } from "antd";
import type { Clawback } from "../api/types";
import { useText } from "../shell/text";

/** The day by which it must be paid back; kept on that day, late the day after (P-2). */
export function DueDay({ clawback, today }: { clawback: Clawback; today: string }) {
  const { t } = useText();
  const late = clawback.status === "open" && today > clawback.dueOn;
  return (
    <>
      {clawback.dueOn} {late && <Tag color="error">{t("已逾期", "Overdue")}</Tag>}
    </>
  );
}
