import { Link } from "react-router";
import { funding } from "../api/funding";
import type { PaymentRun } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { runNumber } from "./runNumber";

export function PaymentRunList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t("支付批次", "Payment runs")}
      lead={t(
        "组批、封存、登记银行回单。封存前向登记机关核对机构当日状态。",
        "Gather, seal, record the bank's answers. Sealing first asks what each body is on that day.",
      )}
      actions={
        maker && (
          <Link className="link-button" to="/payment-runs/new">
            {t("组批", "Gather a run")}
          </Link>
        )
      }
    >
      <FilterTable<PaymentRun>
        of="payment-runs"
        fetchPage={funding.paymentRuns}
        rowKey="id"
        emptyText={t("还没有支付批次", "No payment runs yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["gathered", "sealed", "answered", "dissolved"].map((value) => ({ value, label: t(statusText(value)) })),
          },
        ]}
        columns={[
          { title: t("批次", "Run"), render: (_, row) => <Link to={`/payment-runs/${row.id}`}>{runNumber(row.id)}</Link> },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("笔数", "Payments"), className: "amount", dataIndex: "payments" },
          {
            title: t("合计（元）", "Total (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.totalFen} strong />,
          },
          { title: t("组批", "Gathered by"), render: (_, row) => row.gathered.name },
          { title: t("封存", "Sealed"), render: (_, row) => (row.sealed ? `${row.sealed.name} · ${row.sealedOn}` : "—") },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} /> },
        ]}
      />
    </Page>
  );
}
