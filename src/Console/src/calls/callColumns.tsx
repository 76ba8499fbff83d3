import { Tag } from "antd";
import type { Call } from "../api/routes";
import { useWords } from "../shared/programmes";
import { type Text, useText } from "../shell/text";

type T = (zh: string | Text, en?: string) => string;

/** What bureau and public lists show alike. */
export const callColumns = (t: T) => [
  {
    title: t("通知", "Call"),
    render: (_: unknown, row: Call) => (
      <details>
        <summary>{row.title}</summary>
        <p className="quote">{row.materials}</p>
        {row.closeReason && (
          <p className="secondary">
            {t("提前截止：", "Closed early: ")}
            {row.closeReason}
          </p>
        )}
      </details>
    ),
  },
  { title: t("文号", "Document"), dataIndex: "documentNumber" },
  { title: t("首日", "First day"), dataIndex: "opensOn" },
  { title: t("末日", "Last day"), dataIndex: "lastDay" },
];

export function CallState({ call }: { call: Call }) {
  const { t } = useText();
  return call.isOpen ? (
    <Tag color="success">{t("受理中", "Open")}</Tag>
  ) : call.isOver ? (
    <Tag>{t("已截止", "Closed")}</Tag>
  ) : (
    <Tag color="processing">{t("未开始", "Not open yet")}</Tag>
  );
}

/** The categories by their names in the pack. */
export function Categories({ call }: { call: Call }) {
  const { t } = useText();
  const { category } = useWords(call.programme);
  return <>{call.categories.map(category).join(t("、", ", "))}</>;
}
