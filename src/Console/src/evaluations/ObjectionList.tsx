import { Link } from "react-router";
import { type EvaluationObjection, scoring } from "../api/evaluations";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

export function ObjectionList() {
  const { t } = useText();
  const { name } = useProgrammes();
  return (
    <Page
      title={t("评价异议", "Objections to results")}
      lead={t(
        "被评价单位在政策规定的期限内提出；由汇总、评议和公布以外的人员处理。",
        "Filed by a body within the pack's days; decided by somebody without a part in the result.",
      )}
    >
      <FilterTable<EvaluationObjection>
        of="evaluation-objections"
        fetchPage={scoring.objections}
        rowKey="id"
        emptyText={t("没有异议", "No objections")}
        filters={[
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "upheld", "turned-down"].map((value) => ({
              value,
              label: t(statusText(value, "evaluation-objection")),
            })),
          },
        ]}
        columns={[
          {
            title: t("单位", "Body"),
            render: (_, row) => <Link to={`/evaluations/${row.evaluationId}`}>{row.institutionName}</Link>,
          },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("年度", "Year"), dataIndex: "year" },
          { title: t("提出日期", "Filed on"), dataIndex: "filedOn" },
          { title: t("期限", "In time until"), dataIndex: "lastDay" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="evaluation-objection" /> },
        ]}
      />
    </Page>
  );
}
