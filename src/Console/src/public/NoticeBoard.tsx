import { Link } from "react-router";
import { open } from "../api/open";
import type { PublicNotice } from "../api/types";
import { NoticeTerm } from "../notices/NoticeTerm";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";

/** What is on notice and what was, for everybody (ZS-16). */
export function NoticeBoard() {
  const { t } = useText();
  return (
    <Page
      title={t("公示公告", "Public notices")}
      lead={t(
        "公示期内，任何单位和个人可以对公示对象提出异议。",
        "While a notice runs, anybody may object to a body that is on it.",
      )}
    >
      <FilterTable<PublicNotice>
        of="public-notices"
        fetchPage={open.notices}
        rowKey="id"
        emptyText={t("没有公示", "No notices")}
        filters={[
          {
            name: "open",
            label: t("状态", "State"),
            options: [
              { value: "true", label: t("公示中", "Running") },
              { value: "false", label: t("公示期满", "Over") },
            ],
          },
        ]}
        columns={[
          {
            title: t("公示", "Notice"),
            render: (_, row) => (
              <Link to={`/public/notices/${row.id}`}>
                {row.title ? t(row.title) : row.programme} · {row.documentNumber}
              </Link>
            ),
          },
          { title: t("公示单位", "Posted by"), render: (_, row) => t(jurisdictionName(row.jurisdiction)) },
          { title: t("发布日期", "Posted on"), dataIndex: "postedOn" },
          { title: t("截止日期", "Last day"), dataIndex: "lastDay" },
          { title: t("状态", "State"), render: (_, row) => <NoticeTerm notice={row} /> },
        ]}
      />
    </Page>
  );
}
