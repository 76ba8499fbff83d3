import { Link } from "react-router";
import { type MeetingSummary, meetings } from "../api/meetings";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { RecordMeeting } from "./RecordMeeting";

/** The meetings of the leading group (SD-03). */
export function MeetingList() {
  const { t } = useText();
  const office = useHasRole("city-reviewer");
  const programmes = useProgrammes();
  return (
    <Page
      title={t("领导小组会议", "Leading group")}
      lead={
        <>
          {t(
            "领导小组办公室记录会议纪要，由另一人确认；确认后通过的事项成为决议，备案和登记据此办理。",
            "The group's office writes the minutes and another person confirms them; then what was carried is a resolution.",
          )}{" "}
          <Clause id="SD-03" />
        </>
      }
      actions={
        <>
          <Link to="/resolutions">{t("决议", "Resolutions")}</Link>
          {office && <RecordMeeting />}
        </>
      }
    >
      <FilterTable<MeetingSummary>
        of="meetings"
        fetchPage={meetings.list}
        rowKey="id"
        emptyText={t("还没有会议纪要", "No minutes yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["recorded", "confirmed"].map((value) => ({ value, label: t(statusText(value, "meeting")) })),
          },
        ]}
        columns={[
          { title: t("纪要编号", "Minutes"), render: (_, row) => <Link to={`/meetings/${row.id}`}>{row.documentNumber}</Link> },
          { title: t("会议日期", "Held on"), dataIndex: "heldOn" },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("通过 / 议题", "Carried / motions"), render: (_, row) => `${row.adopted} / ${row.motions}` },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="meeting" /> },
        ]}
      />
    </Page>
  );
}
