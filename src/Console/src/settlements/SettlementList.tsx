import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Settlement } from "../api/types";
import { GradeTag } from "../reviews/GradeTag";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { usePacks, useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

export function SettlementList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const named = new Map(usePacks().flatMap((pack) => pack.grades.map((grade) => [grade.key, t(grade.label)])));
  const grades = [...named].map(([value, label]) => ({ value, label }));
  return (
    <Page
      title={t("年度结算", "Settlements")}
      lead={t(
        "按考核结果核定每年度的应补助金额；每份年度结算附计算书。",
        "What each year's money was really due by its review, each with its calculation sheet.",
      )}
    >
      <FilterTable<Settlement>
        of="settlements"
        fetchPage={funding.settlements}
        rowKey="id"
        emptyText={t(
          "还没有年度结算。考核结果公布后在“结算批次”中办理。",
          "No settlements yet; published results are settled in runs.",
        )}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          { name: "grade", label: t("等次", "Grade"), options: grades },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/settlements/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("等次", "Grade"), render: (_, row) => <GradeTag programme={row.programme} grade={row.grade} /> },
          { title: t("预拨（元）", "Advance (yuan)"), className: "amount", render: (_, row) => <Money fen={row.advanceFen} /> },
          {
            title: t("应补助（元）", "Entitled (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.entitledFen} strong />,
          },
          {
            title: t("应追缴（元）", "Clawback (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.clawbackFen} strong />,
          },
        ]}
      />
    </Page>
  );
}
