import { Link } from "react-router";
import { type Clawback, clawbacks } from "../api/clawbacks";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { Ageing } from "./Ageing";
import { causes } from "./causes";
import { DueDay } from "./DueDay";

export function ClawbackList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const bureau = useHasRole("finance-maker", "finance-approver", "leader", "auditor", "city-reviewer");
  return (
    <Page
      title={t("追缴", "Clawbacks")}
      lead={t(
        "多拨付资金和逾期未认定未使用资金的追缴；未缴余额为零方可结清。",
        "What was paid beyond the entitlement, or unused when the time for recognition was over; closed only at nothing outstanding.",
      )}
      actions={
        bureau && (
          <>
            <Link to="/clawback-notices">{t("通知书登记簿", "Notices")}</Link>
            <Link to="/clawback-decisions?status=proposed">{t("待批准事项", "To approve")}</Link>
            <Link to="/receipts?unmatched=true">{t("待匹配缴款书", "Unmatched receipts")}</Link>
          </>
        )
      }
    >
      {bureau && <Ageing />}
      <FilterTable<Clawback>
        of="clawbacks"
        fetchPage={clawbacks.list}
        rowKey="id"
        emptyText={t("没有符合条件的追缴", "No clawbacks match")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "closed", "withdrawn"].map((value) => ({ value, label: t(statusText(value, "clawback")) })),
          },
          {
            name: "cause",
            label: t("事由", "Cause"),
            options: Object.entries(causes).map(([value, label]) => ({ value, label: t(label) })),
          },
          {
            name: "overdueDays",
            label: t("逾期", "Overdue"),
            options: ["1", "31", "61", "91"].map((value) => ({ value, label: t(`${value} 日以上`, `${value} days and more`) })),
          },
          {
            name: "dueWithinDays",
            label: t("到期", "Due"),
            options: ["7", "14", "30"].map((value) => ({ value, label: t(`${value} 日内`, `Within ${value} days`) })),
          },
          { name: "objected", label: t("有异议", "Objected to"), options: [{ value: "true", label: t("是", "Yes") }] },
          { name: "escalated", label: t("报告领导", "With the leaders"), options: [{ value: "true", label: t("是", "Yes") }] },
          { name: "toNotify", label: t("待发通知书", "To be notified"), options: [{ value: "true", label: t("是", "Yes") }] },
          { name: "refundDue", label: t("应退还", "Refund due"), options: [{ value: "true", label: t("是", "Yes") }] },
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
