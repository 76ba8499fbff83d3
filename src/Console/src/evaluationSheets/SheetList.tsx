import { Link } from "react-router";
import { type EvaluationSheet, scoring } from "../api/evaluations";
import { points } from "../evaluations/points";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

/** An expert's own sheets of evaluations; nobody else's (EO-11). */
export function SheetList() {
  const { t } = useText();
  const { name } = useProgrammes();
  return (
    <Page
      title={t("绩效评分表", "Evaluation score sheets")}
      lead={t(
        "独立评分，汇总前其他人看不到您的评分。与被评价单位有利害关系的，请主动申请回避。",
        "Score on your own; nobody sees it before the conclusion. Recuse yourself where you have a part in the body.",
      )}
    >
      <FilterTable<EvaluationSheet>
        of="evaluation-sheets"
        fetchPage={scoring.sheets}
        rowKey="id"
        emptyText={t("没有评分表；受聘后在此评分。", "No sheets; once appointed you score here.")}
        filters={[
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "scored", "recused"].map((value) => ({ value, label: t(statusText(value, "sheet")) })),
          },
        ]}
        columns={[
          {
            title: t("被评价单位", "Body"),
            render: (_, row) => <Link to={`/evaluation-sheets/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("评价事项", "Evaluation"), render: (_, row) => `${row.year} · ${t(row.title)}` },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("加权得分", "Total"), className: "amount", render: (_, row) => points(row.total) },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="sheet" /> },
        ]}
      />
    </Page>
  );
}
