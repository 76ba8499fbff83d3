import { type TableProps, Tag } from "antd";
import { Link } from "react-router";
import type { Opinion } from "../api/types";
import { useText } from "../shell/text";
import { opinionKind, projectLevel } from "./words";

/** A centre's opinions and reports, as every list shows them (ZS-32). */
export function useOpinionColumns(): NonNullable<TableProps<Opinion>["columns"]> {
  const { t } = useText();
  return [
    {
      title: t("编号", "Number"),
      render: (_, row) => <Link to={`/public/opinions/${encodeURIComponent(row.number)}`}>{row.number}</Link>,
    },
    { title: t("类别", "Kind"), render: (_, row) => t(opinionKind(row.kind)) },
    {
      title: t("项目", "Project"),
      render: (_, row) => (
        <>
          {row.project} {row.priority && <Tag color="processing">{t("优先纳入", "Priority")}</Tag>}
        </>
      ),
    },
    { title: t("级别", "Level"), render: (_, row) => t(projectLevel(row.projectLevel)) },
    { title: t("结论", "Conclusion"), render: (_, row) => <div className="finding">{row.conclusion}</div> },
    { title: t("出具日期", "Issued on"), dataIndex: "issuedOn" },
  ];
}
