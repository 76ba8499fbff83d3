import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Appropriation } from "../api/types";
import { CapBar } from "../shared/CapBar";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { ProposeAppropriation } from "./ProposeAppropriation";

export function AppropriationList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t("年度安排", "Appropriations")}
      lead={t(
        "每年安排的财政资金。已复核而未拨付的也计入占用。",
        "The money of each year. What is approved but not yet paid counts as used.",
      )}
      actions={
        <>
          <Link to="/appropriation-changes">{t("调整记录", "Changes")}</Link>
          {maker && <ProposeAppropriation />}
        </>
      }
    >
      <FilterTable<Appropriation>
        of="appropriations"
        fetchPage={funding.appropriations}
        rowKey="id"
        emptyText={t("还没有年度安排", "No appropriations yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "open", "closed", "withdrawn"].map((value) => ({
              value,
              label: t(statusText(value, "appropriation")),
            })),
          },
        ]}
        columns={[
          { title: t("年度", "Year"), render: (_, row) => <Link to={`/appropriations/${row.id}`}>{row.fiscalYear}</Link> },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("文号", "Document"), dataIndex: "documentNumber" },
          { title: t("安排金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          {
            title: t("使用情况", "Use"),
            width: 420,
            render: (_, row) => <CapBar capFen={row.amountFen} committedFen={row.committedFen} paidFen={row.paidFen} compact />,
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="appropriation" /> },
        ]}
      />
    </Page>
  );
}
