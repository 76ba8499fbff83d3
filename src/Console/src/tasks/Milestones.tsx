import { Tag } from "antd";
import { Link } from "react-router";
import type { BoardTask } from "../api/types";
import { useText } from "../shell/text";

/** The milestones of a task with their days and what was reached (HB-14, HB-12). */
export function Milestones({ task, programme }: { task: BoardTask; programme: string }) {
  const { t } = useText();
  if (task.milestones.length === 0) {
    return null;
  }
  return (
    <ul className="task-milestones" aria-label={t("阶段目标", "Milestones")}>
      {task.milestones.map((one) => (
        <li key={one.target}>
          <Link to={`/targets?programme=${programme}&target=${one.target}`}>{t(one.label)}</Link>{" "}
          {t(`${one.by} 前 ${one.strict ? ">" : "≥"} ${one.wanted}`, `${one.strict ? ">" : "≥"} ${one.wanted} by ${one.by}`)}
          {one.aim && t("（力争）", " (aim)")}
          {t("，实际 ", "; actual ")}
          {one.actual ?? "—"}{" "}
          {one.met ? (
            <Tag color="success">{t("已达到", "reached")}</Tag>
          ) : (
            one.missed && <Tag color="error">{t("未达到", "missed")}</Tag>
          )}
        </li>
      ))}
    </ul>
  );
}
