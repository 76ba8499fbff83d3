import { Table } from "antd";
import type { Board, BoardTask } from "../api/types";
import { Cited } from "../shared/Clause";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { Milestones } from "./Milestones";
import { UnitLine } from "./UnitLine";

/** The same tasks as a list in the document's order. */
export function TaskTable({ board }: { board: Board }) {
  const { t } = useText();
  return (
    <Table<BoardTask>
      size="small"
      rowKey="name"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={board.tasks}
      columns={[
        { title: t("序号", "No."), dataIndex: "number" },
        {
          title: t("任务", "Task"),
          render: (_, row) => (
            <>
              {t(row.label)} <Cited citation={row.citation} />
            </>
          ),
        },
        { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="duty" /> },
        { title: t("文件期限", "Deadline"), render: (_, row) => row.due ?? (row.yearly ? t("每年", "yearly") : "—") },
        {
          title: t("责任单位", "Units"),
          render: (_, row) =>
            row.duties.map((duty) => (
              <div key={duty.unit}>
                <UnitLine duty={duty} task={row} board={board} />
              </div>
            )),
        },
        { title: t("阶段目标", "Milestones"), render: (_, row) => <Milestones task={row} programme={board.programme} /> },
      ]}
    />
  );
}
