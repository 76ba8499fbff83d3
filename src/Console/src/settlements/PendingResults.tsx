import { Link } from "react-router";
import { type PendingResult, settlementRuns } from "../api/settlements";
import { GradeTag } from "../reviews/GradeTag";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { OpenSettlementRun, SettleOne } from "./OpenSettlementRun";

/** The published results that wait for their settlement. */
export function PendingResults() {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const years = useFiscalYears();
  return (
    <Page
      title={t("待结算的考核结果", "Results that wait")}
      parent={{ to: "/settlement-runs", name: t("结算批次", "Settlement runs") }}
      lead={t(
        "已公布、尚未结算的考核结果；更正的结果再次列入。",
        "Published and not settled yet; a corrected result is here again.",
      )}
      actions={maker && <OpenSettlementRun />}
    >
      <FilterTable<PendingResult>
        of="pending-results"
        fetchPage={settlementRuns.pending}
        rowKey={(row) => `${row.institutionId}-${row.fiscalYear}`}
        emptyText={t("没有待结算的考核结果", "No published result waits")}
        filters={[{ name: "year", label: t("年度", "Fiscal year"), options: years.options }]}
        columns={[
          { title: t("机构", "Institution"), dataIndex: "institutionName" },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("等次", "Grade"), render: (_, row) => <GradeTag programme={row.programme} grade={row.grade} /> },
          {
            title: t("考核文件", "Review"),
            render: (_, row) => <Link to={`/reviews/${row.reviewId}`}>{`${row.documentNumber} · ${row.publishedOn}`}</Link>,
          },
          {
            title: t("情形", "Case"),
            render: (_, row) => (row.settledVersion > 0 ? t("更正已结算的结果", "Corrects a settled one") : t("首次", "First")),
          },
          { title: "", render: (_, row) => maker && <SettleOne result={row} /> },
        ]}
      />
    </Page>
  );
}
