import { Link } from "react-router";
import { recognition } from "../api/recognition";
import type { Announcement } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { AnnouncedCentres } from "./AnnouncedCentres";

export function AnnouncementList() {
  const { t } = useText();
  const programmes = useProgrammes();
  return (
    <Page
      title={t("认定文件", "Announcements")}
      lead={t("公示期满无异议的，由主管部门发文公布。", "What passes its notice is announced by a numbered document.")}
    >
      <FilterTable<Announcement>
        of="announcements"
        fetchPage={recognition.announcements}
        rowKey="id"
        emptyText={t("还没有认定文件", "No announcements yet")}
        filters={[{ name: "programme", label: t("项目", "Programme"), options: programmes.options }]}
        columns={[
          { title: t("文号", "Document"), render: (_, row) => <Link to={`/announcements/${row.id}`}>{row.documentNumber}</Link> },
          { title: t("发文日期", "Issued on"), dataIndex: "issuedOn" },
          { title: t("公布的机构", "Announced"), render: (_, row) => <AnnouncedCentres announcement={row} /> },
          { title: t("经办人", "Recorded by"), dataIndex: "issuedByName" },
        ]}
      />
    </Page>
  );
}
