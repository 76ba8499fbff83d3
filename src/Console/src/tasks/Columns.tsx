import { Progress, Tag } from "antd";
import type { Board, BoardTask } from "../api/types";
import { Clause } from "../shared/Clause";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { Milestones } from "./Milestones";
import { statuses } from "./statuses";
import { UnitLine } from "./UnitLine";

/** The board: a column for each status, the late ones first. */
export function Columns({ board }: { board: Board }) {
  const { t } = useText();
  return (
    <div className="task-columns">
      {statuses.map((status) => {
        const tasks = board.tasks.filter((task) => task.status === status);
        return (
          <section key={status} className="task-column">
            <h2>
              {t(statusText(status, "duty"))} <Tag>{tasks.length}</Tag>
            </h2>
            {tasks.map((task) => (
              <TaskCard key={task.name} task={task} board={board} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function TaskCard({ task, board }: { task: BoardTask; board: Board }) {
  const { t } = useText();
  const done = task.duties.filter((duty) => duty.status === "done").length;
  return (
    <article className={`task-card task-${task.status}`}>
      <h3>
        {task.number}. {t(task.label)} <Clause id={task.citation.clauseId} />
      </h3>
      <p className="secondary">
        {task.due && t(`文件期限 ${task.due}`, `Document's deadline ${task.due}`)}
        {task.yearly && t(`每年一次 · ${board.year} 年`, `every year · ${board.year}`)}
        {task.incomplete && <Tag color="warning">{t("责任人或时间表不全", "incomplete")}</Tag>}
      </p>
      <Progress
        percent={Math.floor((done * 100) / task.duties.length)}
        size="small"
        format={() => `${done}/${task.duties.length}`}
        aria-label={t(`${done}/${task.duties.length} 个单位已完成`, `${done} of ${task.duties.length} units done`)}
      />
      <ul>
        {task.duties.map((duty) => (
          <li key={duty.unit}>
            <UnitLine duty={duty} task={task} board={board} />
          </li>
        ))}
      </ul>
      <Milestones task={task} programme={board.programme} />
    </article>
  );
}
