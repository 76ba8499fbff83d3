import { Link } from "react-router";
import { meetings, type Resolution } from "../api/meetings";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { kinds, subjectAddress } from "./casts";

/** What leading groups carried, in confirmed minutes: what filings and register steps rest on (SD-03). */
export function ResolutionList() {
  const { t } = useText();
  const programmes = useProgrammes();
  return (
    <Page title={t("领导小组决议", "Resolutions")} parent={{ to: "/meetings", name: t("领导小组会议", "Leading group") }}>
      <FilterTable<Resolution>
        of="resolutions"
        fetchPage={meetings.resolutions}
        rowKey="id"
        emptyText={t("还没有决议；会议纪要确认后在此列出。", "No resolutions yet; they come with confirmed minutes.")}
        filters={[{ name: "programme", label: t("项目", "Programme"), options: programmes.options }]}
        columns={[
          {
            title: t("纪要编号", "Minutes"),
            render: (_, row) => <Link to={`/meetings/${row.meetingId}`}>{row.documentNumber}</Link>,
          },
          { title: t("会议日期", "Held on"), dataIndex: "heldOn" },
          { title: t("类别", "Kind"), render: (_, row) => t(kinds[row.kind]) },
          {
            title: t("事项", "About"),
            render: (_, row) => {
              const address = subjectAddress(row);
              return address ? <Link to={address}>{row.title}</Link> : row.title;
            },
          },
          { title: t("决议内容", "Resolved"), render: (_, row) => <div className="finding">{row.text}</div> },
        ]}
      />
    </Page>
  );
}
