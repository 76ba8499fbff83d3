import { Table, type TableProps } from "antd";
import type { NoticeLine } from "../api/types";
import { District } from "../places/District";
import { useText } from "../shell/text";

type NoticeLinesProps = { lines: NoticeLine[]; more?: NonNullable<TableProps<NoticeLine>["columns"]> };

/** The bodies on a notice, as they were posted. */
export function NoticeLines({ lines, more = [] }: NoticeLinesProps) {
  const { t } = useText();
  return (
    <Table<NoticeLine>
      size="middle"
      rowKey="applicationId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={lines}
      columns={[
        { title: t("序号", "No."), dataIndex: "number" },
        { title: t("项目名称", "Project"), dataIndex: "title" },
        { title: t("领域", "Field"), render: (_, line) => (line.field ? t(line.field) : line.category) },
        { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
        ...(lines.some((line) => line.centreName)
          ? [{ title: t("机构法人", "Body of its own"), render: (_: unknown, line: NoticeLine) => line.centreName ?? "—" }]
          : []),
        { title: t("县区", "District"), render: (_, line) => <District code={line.district} /> },
        ...more,
      ]}
    />
  );
}
