import { useQuery } from "@tanstack/react-query";
import { Alert, Checkbox, Form, Input, Space, Table } from "antd";
import { useState } from "react";
import { type Messenger, type NoticeTopic, notices } from "../api/notices";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { RefusalAlert } from "../shared/RefusalAlert";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";
import { topicOptions, topics } from "./topics";

type Setting = { jurisdiction: string; url: string; enabled: boolean; newSecret: boolean; topics: NoticeTopic[] };

/** The bureaus' messengers: where their notices are posted, signed with a secret that is shown once. */
export function Messengers() {
  const { t } = useText();
  const messengers = useQuery({ queryKey: ["messengers"], queryFn: notices.messengers });
  const [made, setMade] = useState<Messenger | null>(null);
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t("各局即时通讯", "The bureaus' messengers")}</h2>
        <SetMessenger onSet={setMade} />
      </div>
      {made?.secret && (
        <Alert
          type="warning"
          showIcon
          title={t(
            "签名密钥只显示这一次，请交给接收方保存：",
            "The signing secret is shown this once; hand it to whoever runs the messenger:",
          )}
          description={<code>{made.secret}</code>}
        />
      )}
      <RefusalAlert error={messengers.error} />
      <Table<Messenger>
        size="small"
        rowKey="jurisdiction"
        pagination={false}
        scroll={{ x: "max-content" }}
        loading={messengers.isPending}
        dataSource={messengers.data?.items ?? []}
        locale={{ emptyText: <Empty text={t("没有配置即时通讯", "No messenger is set")} /> }}
        columns={[
          { title: t("科技部门", "Bureau"), render: (_, row) => t(jurisdictionName(row.jurisdiction)) },
          { title: t("网址", "Address"), render: (_, row) => <code>{row.url}</code> },
          { title: t("状态", "State"), render: (_, row) => (row.enabled ? t("启用", "On") : t("停用", "Off")) },
          {
            title: t("推送类别", "Posts"),
            className: "words",
            render: (_, row) => row.topics.map((topic) => t(topics[topic])).join(t("、", ", ")),
          },
          { title: t("设置人", "Set by"), render: (_, row) => `${row.setByName} · ${instant(row.setAt)}` },
          {
            title: "",
            render: (_, row) => (
              <Space>
                <SetMessenger messenger={row} onSet={setMade} />
                <TestMessenger messenger={row} />
              </Space>
            ),
          },
        ]}
      />
    </section>
  );
}

function SetMessenger({ messenger, onSet }: { messenger?: Messenger; onSet: (made: Messenger) => void }) {
  const { t } = useText();
  return (
    <ActionButton<Setting, Messenger>
      label={messenger ? t("修改", "Change") : t("设置即时通讯", "Set a messenger")}
      size={messenger ? "small" : undefined}
      initial={{
        jurisdiction: messenger?.jurisdiction,
        url: messenger?.url,
        enabled: messenger?.enabled ?? true,
        newSecret: false,
        topics: messenger?.topics ?? topicOptions(t).map((one) => one.value),
      }}
      fields={
        <>
          <Form.Item name="jurisdiction" label={t("科技部门代码", "The bureau's key")} rules={[{ required: true, max: 40 }]}>
            <Input disabled={!!messenger} placeholder="zhoushan" />
          </Form.Item>
          <Form.Item
            name="url"
            label={t("接收网址（https）", "Address that is posted to (https)")}
            rules={[{ required: true, max: 400 }]}
          >
            <Input placeholder="https://" />
          </Form.Item>
          <Form.Item name="topics" label={t("推送的通知类别", "Sorts of notices that are posted")} rules={[{ required: true }]}>
            <Checkbox.Group options={topicOptions(t)} />
          </Form.Item>
          <Form.Item name="enabled" valuePropName="checked">
            <Checkbox>{t("启用", "On")}</Checkbox>
          </Form.Item>
          {messenger && (
            <Form.Item name="newSecret" valuePropName="checked">
              <Checkbox>{t("更换签名密钥", "Make another signing secret")}</Checkbox>
            </Form.Item>
          )}
        </>
      }
      act={({ jurisdiction, url, enabled, newSecret, topics: posted }) =>
        notices.setMessenger(jurisdiction ?? messenger?.jurisdiction, {
          url,
          enabled,
          newSecret: newSecret ?? false,
          topics: posted,
        })
      }
      done={t("已设置", "Set")}
      onDone={onSet}
    />
  );
}

/** Posts a test message and says at once whether it was taken; also before the messenger is turned on. */
function TestMessenger({ messenger }: { messenger: Messenger }) {
  const { t } = useText();
  return (
    <ActionButton<object, { id: string }>
      label={t("发送测试消息", "Send a test message")}
      size="small"
      summary={() => [
        { label: t("科技部门", "Bureau"), value: t(jurisdictionName(messenger.jurisdiction)) },
        { label: t("网址", "Address"), value: <code>{messenger.url}</code> },
      ]}
      consequence={t(
        "向该网址发送一条已签名的测试消息，不含任何业务数据，不计入发送记录。",
        "A signed test message goes to this address; it holds nothing of anybody's business and is not kept among the deliveries.",
      )}
      act={() => notices.testMessenger(messenger.jurisdiction)}
      done={t("测试消息已送达", "The test message has arrived")}
    />
  );
}
