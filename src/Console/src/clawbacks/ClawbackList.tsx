import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Clawback } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { causes } from "./causes";
import { DueDay } from "./DueDay";

export function ClawbackList() {
  const { t } = useText();
  const years = useFiscalYears();
  return (
    <Page
      title={t("追缴", "Clawbacks")}
      lead={t(
        "多拨付资金和逾期未认定未使用资金的追缴；未缴余额为零方可结清。",
        "What was paid beyond the entitlement, or unused when the time for recognition was over; closed only at nothing outstanding.",
      )}
    >
      <FilterTable<Clawback>
        of="clawbacks"
        fetchPage={funding.clawbacks}
        rowKey="id"
        emptyText={t("没有符合条件的追缴", "No clawbacks match")}
        filters={[
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "closed", "withdrawn"].map((value) => ({ value, label: t(statusText(value, "clawback")) })),
          },
        ]}
        columns={[
          { title: t("机构", "Institution"), render: (_, row) => <Link to={`/clawbacks/${row.id}`}>{row.institutionName}</Link> },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("事由", "Cause"), render: (_, row) => t(causes[row.cause]) },
          { title: t("应追缴（元）", "Claimed (yuan)"), className: "amount", render: (_, row) => <Money fen={row.claimedFen} /> },
          { title: t("已缴（元）", "Received (yuan)"), className: "amount", render: (_, row) => <Money fen={row.receivedFen} /> },
          {
            title: t("未缴余额（元）", "Outstanding (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.outstandingFen} strong />,
          },
          { title: t("缴款期限", "Due on"), render: (_, row) => <DueDay clawback={row} /> },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="clawback" /> },
        ]}
      />
    </Page>
  );
}
