import { Link, useSearchParams } from "react-router";
import { reporting } from "../api/reporting";
import type { PeriodicReport } from "../api/types";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useReportSpans } from "../shared/reportSpans";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DueDay } from "./DueDay";

export function ReportList() {
  const { t } = useText();
  const years = useFiscalYears();
  const programmes = useProgrammes();
  const [address] = useSearchParams();
  const spans = useReportSpans(address.get("programme") ?? undefined, address.get("year") ?? undefined);
  const bureau = useHasRole("district-reviewer", "city-reviewer", "leader", "auditor");
  return (
    <Page
      title={t("定期报告", "Periodic reports")}
      lead={t(
        "每期结束后自动列出；各项目按政策确定的周期开列，应报送的机构各一份。",
        "Listed when a span is over, by the cycle of each programme: one for every body that reports.",
      )}
      actions={bureau && <Link to="/missing-reports">{t("未报送名单", "Missing reports")}</Link>}
    >
      <FilterTable<PeriodicReport>
        of="periodic-reports"
        fetchPage={reporting.reports}
        rowKey="id"
        emptyText={t("没有符合条件的定期报告", "No reports match")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Year"), options: years.options },
          {
            name: "round",
            label: t("期次", "Span"),
            options: spans.options,
          },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["draft", "submitted", "returned", "accepted"].map((value) => ({
              value,
              label: t(statusText(value, "report")),
            })),
          },
          { name: "overdue", label: t("逾期", "Overdue"), options: [{ value: "true", label: t("仅看逾期", "Overdue only") }] },
          { name: "due", label: t("期限所在年度", "Due in"), options: years.options },
          {
            name: "missing",
            label: t("确认未报送", "Confirmed missing"),
            options: [{ value: "true", label: t("仅看已确认未报送", "Confirmed missing only") }],
          },
          { name: "late", label: t("迟报", "Handed in late"), options: [{ value: "true", label: t("仅看迟报", "Late only") }] },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/periodic-reports/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          {
            title: t("报告期", "Span"),
            render: (_, row) => t(`${row.year} 年第 ${row.round} 期`, `${row.year}, no. ${row.round}`),
          },
          { title: t("起止", "From and to"), render: (_, row) => `${row.from} — ${row.to}` },
          { title: t("报送期限", "Due on"), render: (_, row) => <DueDay report={row} /> },
          { title: t("报送日期", "Handed in"), render: (_, row) => row.submittedOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="report" /> },
        ]}
      />
    </Page>
  );
}
