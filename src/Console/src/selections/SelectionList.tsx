import { Link } from "react-router";
import { recognition } from "../api/recognition";
import type { SelectionSummary } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { Track } from "./track";

export function SelectionList() {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const programmes = useProgrammes();
  return (
    <Page
      title={t("综合评审", "Selections")}
      lead={t(
        "专家评分形成建议名单，主管部门审定后方可公示。",
        "Experts score; the ranking is the proposal list; only after the city's decision may it be posted.",
      )}
      actions={
        city && (
          <Link className="link-button" to="/selections/new">
            {t("组织评审", "Open a selection")}
          </Link>
        )
      }
    >
      <FilterTable<SelectionSummary>
        of="selections"
        fetchPage={recognition.selections}
        rowKey="id"
        emptyText={t("还没有评审", "No selections yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["open", "concluded", "decided"].map((value) => ({ value, label: t(statusText(value, "selection")) })),
          },
        ]}
        columns={[
          { title: t("评审", "Selection"), render: (_, row) => <Link to={`/selections/${row.id}`}>{row.title}</Link> },
          { title: t("认定方式", "Track"), render: (_, row) => <Track programme={row.programme} track={row.track} /> },
          { title: t("名额", "Places"), render: (_, row) => row.places ?? "—" },
          { title: t("申报", "Applications"), dataIndex: "applications" },
          { title: t("组织日期", "Opened on"), dataIndex: "openedOn" },
          { title: t("审定文号", "Decision"), render: (_, row) => row.documentNumber ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="selection" /> },
        ]}
      />
    </Page>
  );
}
