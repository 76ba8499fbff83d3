import { Link } from "react-router";
import { reporting } from "../api/reporting";
import type { PeriodicReport } from "../api/types";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { DueDay } from "./DueDay";

export function ReportList() {
  const { t } = useText();
  const years = useFiscalYears();
  return (
    <Page
      title={t("定期报告", "Periodic reports")}
      lead={t(
        "每期结束后自动列出；建设中和已认定的机构均应报送。",
        "Listed when a span is over; bodies under construction and recognised centres report.",
      )}
    >
      <FilterTable<PeriodicReport>
        of="periodic-reports"
        fetchPage={reporting.reports}
        rowKey="id"
        emptyText={t("没有符合条件的定期报告", "No reports match")}
        filters={[
          { name: "year", label: t("年度", "Year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["draft", "submitted", "returned", "accepted"].map((value) => ({
              value,
              label: t(statusText(value, "report")),
            })),
          },
          { name: "overdue", label: t("逾期", "Overdue"), options: [{ value: "true", label: t("仅看逾期", "Overdue only") }] },
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
