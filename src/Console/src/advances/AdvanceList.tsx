import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Advance } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { ProposeAdvance } from "./ProposeAdvance";

const statuses = ["proposed", "approved", "exported", "paid", "returned", "failed", "cancelled"];

export function AdvanceList() {
  const { t } = useText();
  const years = useFiscalYears();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t("先行拨付", "Advances")}
      lead={t(
        "经办提出，另一人复核，组批封存后由银行支付。",
        "One person proposes, another approves; gathered and sealed runs are paid by the bank.",
      )}
      actions={
        maker && (
          <>
            <Link to="/payment-runs/new">{t("组批支付", "Gather a run")}</Link>
            <ProposeAdvance />
          </>
        )
      }
    >
      <FilterTable<Advance>
        of="advances"
        fetchPage={funding.advances}
        rowKey="id"
        emptyText={t("没有符合条件的拨付", "No advances match")}
        filters={[
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: statuses.map((value) => ({ value, label: t(statusText(value, "advance")) })),
          },
          {
            name: "awaiting",
            label: t("待批准", "Awaits"),
            options: [
              { value: "finance-approver", label: t("另一名复核", "Another approver") },
              { value: "leader", label: t("局领导", "A leader") },
            ],
          },
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
        ]}
        columns={[
          { title: t("机构", "Institution"), render: (_, row) => <Link to={`/advances/${row.id}`}>{row.institutionName}</Link> },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          { title: t("下达文号", "Allotment"), dataIndex: "allotmentNumber" },
          { title: t("下达日期", "Allotted on"), dataIndex: "allottedOn" },
          { title: t("复核日期", "Approved on"), render: (_, row) => row.approvedOn ?? "—" },
          { title: t("拨付日期", "Paid on"), render: (_, row) => row.paidOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="advance" /> },
        ]}
      />
    </Page>
  );
}
