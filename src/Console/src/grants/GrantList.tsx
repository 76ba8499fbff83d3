import { Link } from "react-router";
import { claims } from "../api/claims";
import type { Payment } from "../api/payments";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

const statuses = ["proposed", "approved", "exported", "paid", "returned", "failed", "cancelled"];

/** What is paid on claims and reward decisions. */
export function GrantList() {
  const { t } = useText();
  const { options, name } = useProgrammes();
  const years = useFiscalYears();
  return (
    <Page
      title={t("补助与奖励支付", "Grants")}
      lead={t(
        "按核定的申领和奖励决定支付的款项；复核、组批、封存与拨付相同。",
        "What is paid on assessed claims and reward decisions; approved, gathered and sealed as advances are.",
      )}
    >
      <FilterTable<Payment>
        of="grants"
        fetchPage={claims.grants}
        rowKey="id"
        emptyText={t("没有符合条件的支付", "No grants match")}
        filters={[
          { name: "programme", label: t("政策", "Programme"), options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: statuses.map((value) => ({ value, label: t(statusText(value, "advance")) })),
          },
        ]}
        columns={[
          {
            title: t("受益单位", "Beneficiary"),
            render: (_, row) => <Link to={`/grants/${row.id}`}>{row.beneficiaryName}</Link>,
          },
          { title: t("政策", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("依据", "Document"), dataIndex: "reference" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          { title: t("支付日期", "Paid on"), render: (_, row) => row.paidOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="advance" /> },
        ]}
      />
    </Page>
  );
}
