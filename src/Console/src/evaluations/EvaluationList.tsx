import { Link } from "react-router";
import { reporting } from "../api/reporting";
import type { Evaluation } from "../api/types";
import { GradeTag } from "../reviews/GradeTag";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { evaluationKinds } from "./kinds";
import { OpenReEvaluation } from "./OpenReEvaluation";
import { points } from "./points";

export function EvaluationList() {
  const { t } = useText();
  const years = useFiscalYears();
  const city = useHasRole("city-reviewer");
  return (
    <Page
      title={t("评价结果", "Evaluations")}
      lead={t(
        "已认定机构的年度评价，以及整改期满的复评。",
        "The yearly evaluations of recognised centres, and the re-evaluations after a rectification.",
      )}
      actions={city && <OpenReEvaluation />}
    >
      <FilterTable<Evaluation>
        of="evaluations"
        fetchPage={reporting.evaluations}
        rowKey="id"
        emptyText={t("没有符合条件的评价", "No evaluations match")}
        filters={[
          { name: "year", label: t("评价年度", "Year"), options: years.options },
          {
            name: "kind",
            label: t("类型", "Kind"),
            options: Object.entries(evaluationKinds).map(([value, label]) => ({ value, label: t(label) })),
          },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["due", "graded", "published", "closed"].map((value) => ({
              value,
              label: t(statusText(value, "evaluation")),
            })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/evaluations/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("年度", "Year"), dataIndex: "year" },
          { title: t("类型", "Kind"), render: (_, row) => t(evaluationKinds[row.kind]) },
          {
            title: t("评价主体", "Judged by"),
            render: (_, row) => row.thirdPartyName ?? t("专家评分", "Experts"),
          },
          { title: t("得分", "Score"), className: "amount", render: (_, row) => points(row.publishedScore) },
          {
            title: t("公布等次", "Published grade"),
            render: (_, row) => <GradeTag programme={row.programme} grade={row.publishedGrade} />,
          },
          { title: t("公布日期", "Published on"), render: (_, row) => row.publishedOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="evaluation" /> },
        ]}
      />
    </Page>
  );
}
