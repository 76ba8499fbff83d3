import { Link } from "react-router";
import { recognition } from "../api/recognition";
import type { PublicNotice } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { NoticeTerm } from "./NoticeTerm";

export function NoticeList() {
  const { t } = useText();
  return (
    <Page
      title={t("公示", "Public notices")}
      lead={t(
        "经审定的建议名单公示 5 个工作日；任何人可在公示页提出异议。",
        "The decided list is posted for working days; anybody may object on the public page.",
      )}
      actions={<Link to="/public/notices">{t("查看公众页面", "The public page")}</Link>}
    >
      <FilterTable<PublicNotice>
        of="notices"
        fetchPage={recognition.notices}
        rowKey="id"
        emptyText={t("还没有公示", "No notices yet")}
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
          { title: t("文号", "Document"), render: (_, row) => <Link to={`/notices/${row.id}`}>{row.documentNumber}</Link> },
          { title: t("发布日期", "Posted on"), dataIndex: "postedOn" },
          { title: t("截止日期", "Last day"), dataIndex: "lastDay" },
          {
            title: t("公示对象", "Bodies"),
            render: (_, row) => row.applications.map((line) => line.title).join(t("、", ", ")),
          },
          { title: t("状态", "State"), render: (_, row) => <NoticeTerm notice={row} /> },
        ]}
      />
    </Page>
  );
}
