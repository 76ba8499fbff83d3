import { Table } from "antd";
import { Link, useNavigate } from "react-router";
import { type Clawback, type ClawbackNotice, clawbacks, type NoticeDetail } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

/** The notices of a case; the last one counts. */
export function Notices({ notices }: { notices: ClawbackNotice[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("追缴通知书", "Notices")}</h2>
      <Table<ClawbackNotice>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={notices}
        locale={{ emptyText: <Empty text={t("尚未发出通知书", "No notice is out")} /> }}
        columns={[
          { title: t("编号", "Number"), render: (_, row) => <Link to={`/clawback-notices/${row.id}`}>{row.number}</Link> },
          { title: t("日期", "Issued on"), dataIndex: "issuedOn" },
          { title: t("应追缴（元）", "Claimed (yuan)"), className: "amount", render: (_, row) => <Money fen={row.claimedFen} /> },
          { title: t("缴款期限", "Due on"), dataIndex: "dueOn" },
          {
            title: t("送达", "Delivered"),
            render: (_, row) => (row.deliveredOn ? `${row.deliveredOn} · ${row.deliveredHow}` : "—"),
          },
        ]}
      />
    </section>
  );
}

export function IssueNotice({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<object, NoticeDetail>
      label={t("发出追缴通知书", "Issue the notice")}
      type="primary"
      summary={() => [
        { label: t("机构与年度", "Body and year"), value: `${clawback.institutionName} · ${clawback.fiscalYear}` },
        { label: t("应追缴（元）", "Claimed (yuan)"), value: <Money fen={clawback.claimedFen} strong /> },
        { label: t("未缴余额（元）", "Outstanding (yuan)"), value: <Money fen={clawback.outstandingFen} strong /> },
      ]}
      consequence={t("编号后不能收回；缴款期限自通知书之日起算。", "Once numbered it is out; the time to pay runs from its day.")}
      act={(_, act) => clawbacks.notify(clawback.id, act)}
      done={t("已发出通知书", "The notice is out")}
      onDone={(made) => navigate(`/clawback-notices/${made.notice.id}`)}
    />
  );
}
