import { Link } from "react-router";
import { recognition } from "../api/recognition";
import type { ScoreSheet } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

/** An expert's own sheets; nobody else's (ZS-15). */
export function ScoreSheetList() {
  const { t } = useText();
  const { name } = useProgrammes();
  return (
    <Page
      title={t("我的评分表", "My score sheets")}
      lead={t("与申报有利害关系的，请主动申请回避。", "Recuse yourself where you have a part in the application.")}
      actions={<Link to="/experts">{t("我的专家登记", "My enrolment")}</Link>}
    >
      <FilterTable<ScoreSheet>
        of="score-sheets"
        fetchPage={recognition.scoreSheets}
        rowKey="id"
        emptyText={t("没有评分表；登记并被选聘后在此评分。", "No sheets; once enrolled and appointed you score here.")}
        filters={[
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "scored", "recused"].map((value) => ({ value, label: t(statusText(value, "sheet")) })),
          },
        ]}
        columns={[
          {
            title: t("申报", "Application"),
            render: (_, row) => <Link to={`/score-sheets/${row.id}`}>{row.applicationTitle ?? row.organisation}</Link>,
          },
          { title: t("评审", "Selection"), dataIndex: "selectionTitle" },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("评分", "Score"), className: "amount", render: (_, row) => row.score ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="sheet" /> },
        ]}
      />
    </Page>
  );
}
