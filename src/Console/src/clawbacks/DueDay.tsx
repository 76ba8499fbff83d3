import { Tag } from "antd";
import type { Clawback } from "../api/clawbacks";
import { useText } from "../shell/text";

/** The day by which it must be paid back; kept on that day, late the day after (P-2). */
export function DueDay({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  return (
    <>
      {clawback.dueOn} {clawback.overdue && <Tag color="error">{t("已逾期", "Overdue")}</Tag>}
    </>
  );
}
