import { Progress, Table, Tag } from "antd";
import type { Board, BoardTask } from "../api/types";
import { Cited } from "../shared/Clause";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { useWide } from "../shell/useWide";
import { daysLate, lastDayOf, progressOf, type TaskGroup } from "./groups";
import { Milestones } from "./Milestones";
import { UnitLine } from "./UnitLine";

type Of = { task: BoardTask; board: Board };

/** The tasks in groups, a row for each: who does it, by when, how far it is. On a narrow screen a card for each. */
export function TaskTable({ board, groups }: { board: Board; groups: TaskGroup[] }) {
  const { t } = useText();
  const wide = useWide();
  return groups.map((group) => (
    <section key={group.key} className="task-group" aria-label={t(group.label)}>
      <h2>
        {t(group.label)} <Tag>{group.tasks.length}</Tag> {group.span && <span className="secondary">{group.span}</span>}
      </h2>
      {wide ? <Rows board={board} tasks={group.tasks} /> : <Cards board={board} tasks={group.tasks} />}
    </section>
  ));
}

function Rows({ board, tasks }: { board: Board; tasks: BoardTask[] }) {
  const { t } = useText();
  return (
    <Table<BoardTask>
      size="small"
      rowKey="name"
      tableLayout="fixed"
      pagination={false}
      dataSource={tasks}
      rowClassName={(row) => `task-row task-${row.status}`}
      columns={[
        { title: t("任务", "Task"), width: "31%", render: (_, row) => <What task={row} board={board} /> },
        {
          title: t("责任单位和责任人", "Units and persons"),
          width: "33%",
          render: (_, row) => <Units task={row} board={board} />,
        },
        { title: t("期限", "Deadline"), width: "13%", render: (_, row) => <Deadline task={row} board={board} /> },
        { title: t("进度", "Progress"), width: "13%", render: (_, row) => <Done task={row} /> },
        { title: t("状态", "Status"), width: "10%", render: (_, row) => <Status value={row.status} of="duty" /> },
      ]}
    />
  );
}

function Cards({ board, tasks }: { board: Board; tasks: BoardTask[] }) {
  return tasks.map((task) => (
    <article key={task.name} className={`task-card task-${task.status}`}>
      <What task={task} board={board} />
      <p>
        <Status value={task.status} of="duty" /> <Deadline task={task} board={board} />
      </p>
      <Done task={task} />
      <Units task={task} board={board} />
    </article>
  ));
}

function What({ task, board }: Of) {
  const { t } = useText();
  return (
    <>
      <strong>
        {task.number}. {t(task.label)}
      </strong>{" "}
      <Cited citation={task.citation} />{" "}
      {task.incomplete && <Tag color="warning">{t("责任人或时间表不全", "person or timetable lacking")}</Tag>}
      <Milestones task={task} programme={board.programme} />
    </>
  );
}

function Units({ task, board }: Of) {
  return (
    <ul className="task-units">
      {task.duties.map((duty) => (
        <li key={duty.unit}>
          <UnitLine duty={duty} task={task} board={board} />
        </li>
      ))}
    </ul>
  );
}

/** The document's day, what recurs by its year, else the last day of the timetables; and by how many days it is late. */
function Deadline({ task, board }: Of) {
  const { t } = useText();
  const late = daysLate(task, board.on);
  return (
    <>
      {task.yearly
        ? t(`每年 · ${board.year} 年`, `yearly · ${board.year}`)
        : (lastDayOf(task) ?? t("无单独期限", "none of its own"))}
      {late > 0 && (
        <div>
          <Tag color="error">{t(`逾期 ${late} 日`, `${late} days late`)}</Tag>
        </div>
      )}
    </>
  );
}

function Done({ task }: { task: BoardTask }) {
  const { t } = useText();
  const done = task.duties.filter((duty) => duty.status === "done").length;
  const told = t(`${done}/${task.duties.length} 个单位已完成`, `${done} of ${task.duties.length} units done`);
  return (
    <>
      <Progress percent={progressOf(task)} size="small" aria-label={told} />
      {task.duties.length > 1 && <div className="secondary">{told}</div>}
    </>
  );
}
