import { Link } from "react-router";
import { reporting } from "../api/reporting";
import type { EvaluationRound } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DueEvaluations } from "./DueEvaluations";
import { OpenRound } from "./OpenRound";

/** Whom a round is about is known once it is ordered. */
const counted = (round: EvaluationRound, count: number) => (round.documentNumber ? count : "—");

export function RoundList() {
  const { t } = useText();
  const years = useFiscalYears();
  const programmes = useProgrammes();
  const city = useHasRole("city-reviewer");
  const bureau = useHasRole("city-reviewer", "leader", "auditor");
  return (
    <Page
      title={t("绩效评价", "Evaluation rounds")}
      lead={t(
        "主管部门委托第三方机构或组织专家按政策规定的指标体系评价；结果决定整改、摘牌或移出，并作为项目和经费的依据。",
        "A third party or experts evaluate by the pack's indicators; the result drives what follows for the body, and counts for projects and money.",
      )}
      actions={
        <>
          <Link to="/evaluations">{t("全部评价", "All evaluations")}</Link>
          {city && <OpenRound />}
        </>
      }
    >
      {bureau && <DueEvaluations />}
      <FilterTable<EvaluationRound>
        of="evaluation-rounds"
        fetchPage={reporting.rounds}
        rowKey="id"
        emptyText={t("还没有启动年度评价", "No round was opened yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("评价年度", "Year"), options: years.options },
        ]}
        columns={[
          {
            title: t("年度", "Year"),
            render: (_, row) => <Link to={`/evaluation-rounds/${row.id}`}>{`${row.year} · ${t(row.title)}`}</Link>,
          },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          {
            title: t("评价主体", "Judged by"),
            render: (_, row) => row.thirdPartyName ?? (row.judge ? t("专家评分", "Experts") : "—"),
          },
          { title: t("文号", "Document"), render: (_, row) => row.documentNumber ?? t("待下达", "To be ordered") },
          { title: t("启动日期", "Opened on"), dataIndex: "openedOn" },
          { title: t("评价对象", "Bodies"), className: "amount", render: (_, row) => counted(row, row.bodies) },
          { title: t("待评定", "To grade"), className: "amount", render: (_, row) => counted(row, row.due) },
          { title: t("待公布", "To publish"), className: "amount", render: (_, row) => counted(row, row.graded) },
          { title: t("已公布", "Published"), className: "amount", render: (_, row) => counted(row, row.published) },
        ]}
      />
    </Page>
  );
}
