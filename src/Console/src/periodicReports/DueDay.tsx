import { Tag } from "antd";
import type { PeriodicReport } from "../api/types";
import { useText } from "../shell/text";

/** The last day on which a report is in time, and whether it was missed (ZS-28). */
export function DueDay({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  return (
    <>
      {report.dueOn} {report.overdue && <Tag color="error">{t("已逾期", "Overdue")}</Tag>}
      {report.late && <Tag color="warning">{t("迟交", "Late")}</Tag>}
    </>
  );
}
