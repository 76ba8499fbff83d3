import { CheckOutlined } from "@ant-design/icons";
import { Checkbox, Form, Table } from "antd";
import type { ColumnType } from "antd/es/table";
import type { TopicChoice } from "../api/notices";
import { useText } from "../shell/text";
import type { TopicBoxes } from "./choice";
import { topics } from "./topics";

type TopicTableProps = { chosen: TopicChoice[]; mail: boolean; messenger: boolean };

/** The sorts of notices down, the ways to be told across; the inbox has everything. A part of the form around it. */
export function TopicTable({ chosen, mail, messenger }: TopicTableProps) {
  const { t } = useText();
  const box = (title: string, name: keyof TopicBoxes, open: (row: TopicChoice) => boolean): ColumnType<TopicChoice> => ({
    title,
    align: "center",
    render: (_, row, index) => (
      <Form.Item name={["topics", index, name]} valuePropName="checked" noStyle>
        <Checkbox disabled={!open(row)} aria-label={`${t(topics[row.topic])}：${title}`} />
      </Form.Item>
    ),
  });
  return (
    <Table<TopicChoice>
      size="small"
      rowKey="topic"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={chosen}
      columns={[
        {
          title: t("通知类别", "Sort of notice"),
          render: (_, row) => (
            <>
              {t(topics[row.topic])}
              <div className="secondary">{t(topics[row.topic].means)}</div>
            </>
          ),
        },
        {
          title: t("站内通知", "Inbox"),
          align: "center",
          render: () => <CheckOutlined aria-label={t("始终接收", "Always")} />,
        },
        box(t("计入未读数", "Counted by the bell"), "counted", () => true),
        box(t("每日邮件", "Daily mail"), "digest", () => mail),
        box(t("即时通讯点名", "Named in the messenger"), "named", (row) => messenger && row.carried),
      ]}
    />
  );
}
