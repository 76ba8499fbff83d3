import { Button } from "antd";
import { Link } from "react-router";
import { funding } from "../api/funding";
import type { SpendingStatement } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export function StatementList() {
  const { t } = useText();
  const years = useFiscalYears();
  const operator = useHasRole("operator");
  return (
    <Page
      title={t("支出报表", "Spending statements")}
      lead={t(
        "补助资金的支出，逐张凭证核验；经确认的计为已使用。",
        "What was spent of the money, verified voucher by voucher; what is confirmed counts as used.",
      )}
      actions={
        operator && (
          <Link to="/spending/new">
            <Button type="primary">{t("填报支出", "State spending")}</Button>
          </Link>
        )
      }
    >
      <FilterTable<SpendingStatement>
        of="statements"
        fetchPage={funding.statements}
        rowKey="id"
        emptyText={t("没有符合条件的支出报表", "No statements match")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["submitted", "verified", "confirmed", "returned"].map((value) => ({
              value,
              label: t(statusText(value, "spending")),
            })),
          },
        ]}
        columns={[
          { title: t("机构", "Institution"), render: (_, row) => <Link to={`/spending/${row.id}`}>{row.institutionName}</Link> },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("报送", "Handed in"), render: (_, row) => `${row.submitted.name} · ${instant(row.submitted.at)}` },
          { title: t("申报支出（元）", "Stated (yuan)"), className: "amount", render: (_, row) => <Money fen={row.totalFen} /> },
          {
            title: t("认可支出（元）", "Accepted (yuan)"),
            className: "amount",
            render: (_, row) => (row.verified ? <Money fen={row.acceptedFen} strong /> : "—"),
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="spending" /> },
        ]}
      />
    </Page>
  );
}
