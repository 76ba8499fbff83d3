import { Link } from "react-router";
import { type SettlementRun, settlementRuns } from "../api/settlements";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { OpenSettlementRun } from "./OpenSettlementRun";

/** The runs in which published results are settled. */
export function SettlementRunList() {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const programmes = useProgrammes();
  const years = useFiscalYears();
  return (
    <Page
      title={t("结算批次", "Settlement runs")}
      lead={t(
        "考核结果公布后在此测算：等次对应的应补助与追缴金额，由另一人复核后一次结算。",
        "Published results are calculated here, grade by grade in money, and settled once another person commits them.",
      )}
      actions={
        <>
          <Link className="link-button" to="/pending-results">
            {t("待结算的考核结果", "Results that wait")}
          </Link>
          {maker && <OpenSettlementRun />}
        </>
      }
    >
      <FilterTable<SettlementRun>
        of="settlement-runs"
        fetchPage={settlementRuns.list}
        rowKey="id"
        emptyText={t("还没有结算批次", "No settlement runs yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["previewing", "previewed", "settling", "settled", "discarded"].map((value) => ({
              value,
              label: t(statusText(value, "settlement-run")),
            })),
          },
        ]}
        columns={[
          {
            title: t("测算", "Calculated by"),
            render: (_, row) => <Link to={`/settlement-runs/${row.id}`}>{`${row.opened.name} · ${instant(row.opened.at)}`}</Link>,
          },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("机构数", "Bodies"), className: "amount", dataIndex: "bodies" },
          {
            title: t("应补助（元）", "Entitled (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.entitledFen} />,
          },
          {
            title: t("应追缴（元）", "Clawback (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.claimedFen} strong />,
          },
          { title: t("复核", "Committed by"), render: (_, row) => row.committed?.name ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="settlement-run" /> },
        ]}
      />
    </Page>
  );
}
