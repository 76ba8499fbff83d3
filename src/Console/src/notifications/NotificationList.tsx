import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { type Notification, notices } from "../api/notices";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { topicOptions, topics } from "./topics";

/** What the person signed in is told, newest first; opening one reads it. */
export function NotificationList() {
  const { t } = useText();
  const newest = useQuery({
    queryKey: ["notifications", "newest"],
    queryFn: () => notices.list({ unread: "true", limit: "1" }),
  }).data?.items[0];
  return (
    <Page
      title={t("通知", "Notices")}
      lead={t("与您的岗位或单位有关的事项；点开即为已读。", "What concerns your post or organisation; opening one reads it.")}
      actions={
        <>
          {newest && (
            <ActionButton
              label={t("全部标为已读", "Mark all as read")}
              act={(_: object, act) => notices.readUpTo(newest.id, act)}
              consequence={t(
                "您收到的全部通知将标为已读，他人不受影响。",
                "All your notices are marked as read; nobody else's are.",
              )}
              done={t("已全部标为已读", "All marked as read")}
            />
          )}
          <Link to="/notifications/preferences">{t("接收方式", "How I am told")}</Link>
        </>
      }
    >
      <FilterTable<Notification>
        of="notifications"
        fetchPage={notices.list}
        rowKey="id"
        emptyText={t("没有通知", "No notices")}
        filters={[
          { name: "unread", label: t("状态", "State"), options: [{ value: "true", label: t("未读", "Unread") }] },
          { name: "topic", label: t("类别", "Sort"), options: topicOptions(t) },
        ]}
        columns={[
          { title: t("时间", "When"), render: (_, row) => instant(row.at) },
          { title: t("类别", "Sort"), render: (_, row) => t(topics[row.topic]) },
          { title: t("事项", "What"), className: "words", render: (_, row) => <Told notice={row} /> },
          { title: t("条款", "Clause"), render: (_, row) => (row.clause ? <Clause id={row.clause} /> : "—") },
        ]}
      />
    </Page>
  );
}

function Told({ notice }: { notice: Notification }) {
  const { t } = useText();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => notices.read(notice.id),
    onSettled: () => queries.invalidateQueries({ queryKey: ["notifications"] }),
  });
  return (
    <Link
      to={notice.link}
      className={notice.read ? "notice-read" : "notice-unread"}
      onClick={() => !notice.read && read.mutate()}
    >
      {!notice.read && <span className="visually-hidden">{t("未读：", "Unread: ")}</span>}
      {t(notice)}
    </Link>
  );
}
