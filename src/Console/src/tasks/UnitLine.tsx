import { Tag } from "antd";
import { Link } from "react-router";
import type { Board, BoardTask, TaskDuty } from "../api/types";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { NameDuty } from "./NameDuty";

/** A unit's part: who does it, by when; and where it stands, if that is not where the task stands. */
export function UnitLine({ duty, task, board }: { duty: TaskDuty; task: BoardTask; board: Board }) {
  const { t } = useText();
  const toName = !duty.id && duty.mayReport;
  return (
    <>
      {duty.id ? <Link to={`/task-duties/${duty.id}`}>{t(duty.label)}</Link> : t(duty.label)}{" "}
      <span className="secondary">
        {duty.person
          ? t(`${duty.person}（${duty.post}）`, `${duty.person} (${duty.post})`)
          : !toName && t("责任人未落实", "no person named")}
        {duty.from && duty.until && ` · ${duty.from} — ${duty.until}`}
      </span>{" "}
      {duty.status !== task.status && <Status value={duty.status} of="duty" />}
      {duty.awaitsConfirmation && <Tag color="processing">{t("待确认", "to be confirmed")}</Tag>}
      {duty.status === "done" && duty.wasLate && <Tag>{t("逾期完成", "done late")}</Tag>}
      {toName && <NameDuty duty={duty} programme={board.programme} task={task.name} year={board.year} />}
    </>
  );
}
