import { Link } from "react-router";
import { boards } from "../api/boards";
import type { LeagueTable } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { usePacks, useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** League tables of the spans, newest first (SD-07, EI-08). */
export function LeagueTableList() {
  const { t } = useText();
  const years = useFiscalYears();
  const programmes = useProgrammes();
  const packs = usePacks();
  const city = useHasRole("city-reviewer");
  const bureau = useHasRole("city-reviewer", "leader", "auditor");
  const nameOf = (row: LeagueTable) => {
    const comparison = packs
      .find((pack) => pack.programme === row.programme)
      ?.comparisons?.find((one) => one.name === row.comparison);
    return comparison ? t(comparison.label) : row.comparison;
  };
  return (
    <Page
      title={t("考核评比", "League tables")}
      lead={t(
        "按各期报告数据和公布的权重计算的名次；编制后由另一人发布，发布后不再改变。",
        "Ranks computed from a span's reports by weights that are shown; another person issues them, and then they are frozen.",
      )}
      actions={city && <Link to="/league-tables/new">{t("编制评比表", "Make a table")}</Link>}
    >
      <FilterTable<LeagueTable>
        of="league-tables"
        fetchPage={boards.leagueTables}
        rowKey="id"
        emptyText={t("还没有评比表", "No league table yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Year"), options: years.options },
          ...(bureau
            ? [
                {
                  name: "status",
                  label: t("状态", "Status"),
                  options: ["proposed", "issued", "withdrawn"].map((value) => ({
                    value,
                    label: t(statusText(value, "league-table")),
                  })),
                },
              ]
            : []),
        ]}
        columns={[
          {
            title: t("评比", "Table"),
            render: (_, row) => (
              <Link to={`/league-tables/${row.id}`}>
                {nameOf(row)} · {t(`${row.year} 年第 ${row.round} 期`, `${row.year}, no. ${row.round}`)}
                {row.edition > 1 && t(`（第 ${row.edition} 版）`, ` (edition ${row.edition})`)}
              </Link>
            ),
          },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="league-table" /> },
          { title: t("编制人", "Made by"), dataIndex: "proposedByName" },
          { title: t("发布日期", "Issued on"), render: (_, row) => row.issuedOn ?? "—" },
        ]}
      />
    </Page>
  );
}
