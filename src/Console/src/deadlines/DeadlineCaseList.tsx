import { Link } from "react-router";
import { funding } from "../api/funding";
import type { DeadlineCase } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

export function DeadlineCaseList() {
  const { t } = useText();
  return (
    <Page
      title={t("逾期未认定案", "Deadline cases")}
      parent={{ to: "/deadlines", name: t("认定期限", "Recognition deadlines") }}
      lead={t(
        "期满次日由系统提出，由人确认后追缴；按期认定的消息迟到的，自行撤销。",
        "Proposed by the platform on the day after, confirmed by a person; void by itself when a timely recognition arrives late.",
      )}
    >
      <FilterTable<DeadlineCase>
        of="deadline-cases"
        fetchPage={funding.deadlineCases}
        rowKey="id"
        emptyText={t("没有逾期未认定案", "No deadline cases")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "confirmed", "void"].map((value) => ({ value, label: t(statusText(value, "deadline-case")) })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/deadline-cases/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("首次下达", "Allotted"), dataIndex: "allottedOn" },
          { title: t("认定期限", "Deadline"), dataIndex: "deadline" },
          { title: t("提出日期", "Proposed on"), dataIndex: "proposedOn" },
          {
            title: t("未使用资金（元）", "Unused (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.amountFen} strong />,
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="deadline-case" /> },
        ]}
      />
    </Page>
  );
}
