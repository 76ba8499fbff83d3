import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { type DueEvaluation, scoring } from "../api/evaluations";
import { Clause } from "../shared/Clause";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { addressOf, stateOf } from "./due";

/** The yearly evaluations that the packs want and that are not published yet; nothing where none is due. */
export function DueEvaluations() {
  const { t } = useText();
  const { name } = useProgrammes();
  const due = useQuery({ queryKey: ["evaluations-due"], queryFn: scoring.due }).data?.items ?? [];
  return due.length === 0 ? null : (
    <section className="panel">
      <h2>{t("到期的年度评价", "Yearly evaluations due")}</h2>
      <Table<DueEvaluation>
        size="small"
        pagination={false}
        scroll={{ x: "max-content" }}
        rowKey={(row) => `${row.programme}-${row.evaluation}-${row.year}`}
        dataSource={due}
        columns={[
          {
            title: t("评价", "Evaluation"),
            render: (_, row) => <Link to={addressOf(row)}>{`${row.year} · ${t(row.title)}`}</Link>,
          },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("应于此日前完成", "Due on"), dataIndex: "dueOn" },
          { title: t("进展", "State"), render: (_, row) => t(stateOf(row)) },
          { title: t("依据", "Clause"), render: (_, row) => <Clause id={row.clause} /> },
        ]}
      />
    </section>
  );
}
