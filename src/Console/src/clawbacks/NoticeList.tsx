import { Link } from "react-router";
import { clawbacks, type IssuedNotice } from "../api/clawbacks";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { causes } from "./causes";

/** Every notice that went out (追缴通知书), by its number. */
export function NoticeList() {
  const { t } = useText();
  return (
    <Page
      title={t("追缴通知书登记簿", "Clawback notices")}
      parent={{ to: "/clawbacks", name: t("追缴", "Clawbacks") }}
      lead={t(
        "逐年连续编号，不留空号；送达后登记日期与方式。",
        "Numbered each year without gaps; delivery is recorded with its day and way.",
      )}
    >
      <FilterTable<IssuedNotice>
        of="clawback-notices"
        fetchPage={clawbacks.notices}
        rowKey={(row) => row.notice.id}
        emptyText={t("没有符合条件的通知书", "No notices match")}
        filters={[
          {
            name: "delivered",
            label: t("送达", "Delivered"),
            options: [
              { value: "false", label: t("未登记", "Not recorded") },
              { value: "true", label: t("已送达", "Delivered") },
            ],
          },
          { name: "number", label: t("编号", "Number") },
        ]}
        columns={[
          {
            title: t("编号", "Number"),
            render: (_, row) => <Link to={`/clawback-notices/${row.notice.id}`}>{row.notice.number}</Link>,
          },
          {
            title: t("机构与年度", "Body and year"),
            render: (_, row) => <Link to={`/clawbacks/${row.clawbackId}`}>{`${row.institutionName} · ${row.fiscalYear}`}</Link>,
          },
          { title: t("事由", "Cause"), render: (_, row) => t(causes[row.cause]) },
          { title: t("日期", "Issued on"), render: (_, row) => row.notice.issuedOn },
          {
            title: t("未缴余额（元）", "Outstanding (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.notice.outstandingFen} />,
          },
          { title: t("缴款期限", "Due on"), render: (_, row) => row.notice.dueOn },
          {
            title: t("送达", "Delivered"),
            render: (_, row) => (row.notice.deliveredOn ? `${row.notice.deliveredOn} · ${row.notice.deliveredHow}` : "—"),
          },
        ]}
      />
    </Page>
  );
}
