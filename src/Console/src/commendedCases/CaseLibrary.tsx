import { Link } from "react-router";
import { boards } from "../api/boards";
import type { LibraryCase } from "../api/types";
import { said } from "../bulletins/BulletinSheet";
import { grounds } from "../bulletins/commendation";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { StepClauses } from "../shared/StepClauses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The library of commended cases, for whoever works with the bureau (HB-30). */
export function CaseLibrary() {
  const { t } = useText();
  const years = useFiscalYears();
  const programmes = useProgrammes();
  const reads = useHasRole("operator", "district-reviewer", "city-reviewer", "leader", "auditor");
  return (
    <Page
      title={t("典型案例库", "Library of cases")}
      lead={
        <>
          {t("通报表扬发布后，其案例收入本库。", "The cases of each commendation that was issued.")}{" "}
          <StepClauses kind="commendation" />
        </>
      }
    >
      <FilterTable<LibraryCase>
        of="commended-cases"
        fetchPage={boards.cases}
        rowKey="id"
        emptyText={t("还没有案例", "No case yet")}
        filters={[
          { name: "q", label: t("检索名称、事项、事迹", "Search names, subjects, texts") },
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "ground",
            label: t("事由", "Ground"),
            options: Object.entries(grounds).map(([value, name]) => ({ value, label: t(name) })),
          },
          { name: "year", label: t("年度", "Year"), options: years.options },
        ]}
        columns={[
          { title: t("年度", "Year"), dataIndex: "year" },
          { title: t("单位或个人", "Unit or person"), dataIndex: "name" },
          { title: t("事由", "Ground"), render: (_, row) => t(grounds[row.ground]) },
          {
            title: t("事项", "Subject"),
            render: (_, row) => (
              <>
                {said(row.title, t)}
                {row.fact.zh && <div className="secondary">{said(row.fact, t)}</div>}
              </>
            ),
          },
          {
            title: t("主要事迹", "What was achieved"),
            width: 480,
            render: (_, row) => <p className="bulletin-text">{said(row.text, t)}</p>,
          },
          {
            title: t("通报", "Bulletin"),
            render: (_, row) =>
              reads ? <Link to={`/bulletins/${row.bulletinId}`}>{row.bulletinNumber}</Link> : row.bulletinNumber,
          },
          { title: t("发布日期", "Issued on"), dataIndex: "issuedOn" },
        ]}
      />
    </Page>
  );
}
