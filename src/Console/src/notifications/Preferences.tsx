import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Form, Input } from "antd";
import { notices, type Preference } from "../api/notices";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { boxesOf, type Choice, choiceOf } from "./choice";
import { TopicTable } from "./TopicTable";

/** How a person is told, beside the inbox that everybody has. */
export function Preferences() {
  const { t } = useText();
  const preference = useQuery({ queryKey: ["notifications", "preference"], queryFn: notices.preference });
  return (
    <Page
      title={t("接收方式", "How I am told")}
      parent={{ to: "/notifications", name: t("通知", "Notices") }}
      lead={t(
        "站内通知始终接收，一条不漏；其余方式按通知类别由您选择。",
        "The inbox keeps everything; how else you are told is your choice, sort by sort.",
      )}
    >
      <Loaded query={preference}>{(value) => <Choose preference={value} />}</Loaded>
    </Page>
  );
}

function Choose({ preference }: { preference: Preference }) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Choice>();
  const digest = Form.useWatch("digest", form) ?? preference.digest;
  const boxes = Form.useWatch("topics", form);
  const named = preference.messengerAvailable && (boxes?.some((one) => one.named) ?? false);
  const choose = useMutation({
    mutationFn: (choice: Choice) => notices.choose(choiceOf(choice, preference)),
    onSuccess: (now) => {
      queries.setQueryData(["notifications", "preference"], now);
      // What the bell counts is a part of the choice.
      void queries.invalidateQueries({ queryKey: ["notifications", "unread"] });
      message.success(t("已保存", "Saved"));
    },
  });
  return (
    <section className="panel">
      {!preference.mailAvailable && (
        <Alert
          type="info"
          showIcon
          title={t(
            "平台尚未配置邮件服务器，只能接收站内通知。",
            "The platform has no mail server yet; the inbox is what there is.",
          )}
        />
      )}
      <Form<Choice>
        form={form}
        layout="vertical"
        initialValues={{
          digest: preference.digest,
          address: preference.address,
          handle: preference.handle,
          topics: boxesOf(preference),
        }}
        onFinish={(choice) => choose.mutate(choice)}
      >
        <Form.Item name="digest" valuePropName="checked">
          <Checkbox disabled={!preference.mailAvailable && !preference.digest}>
            {t("每日以邮件汇总未读通知", "Mail me what is unread, once a day")}
          </Checkbox>
        </Form.Item>
        <Form.Item
          name="address"
          label={t("电子邮箱", "Mail address")}
          rules={
            digest ? [{ required: true, type: "email", message: t("请填写有效的电子邮箱地址", "Give a valid mail address") }] : []
          }
        >
          <Input maxLength={200} disabled={!digest} autoComplete="email" />
        </Form.Item>
        <Form.Item
          name="handle"
          label={t("即时通讯账号或手机号", "Account or number in the messenger")}
          rules={[
            { required: named, message: t("点名须填写账号", "To be named, give your account") },
            { pattern: /^[\p{L}\p{N}._+-]+$/u, message: t("只能使用字母、数字和 . _ - +", "Letters, digits and . _ - + only") },
          ]}
          extra={
            preference.messengerAvailable
              ? t(
                  "本局的即时通讯群接收本局事项的通知；您选择点名的，发给您的这类通知在群中点您的名。",
                  "The messenger receives the bureau's notices; where you choose so, it names you with those addressed to you.",
                )
              : t(
                  "即时通讯由平台管理员为各局配置，供本局人员使用；您目前没有。",
                  "A messenger is set by the administrator, for a bureau's own people; you have none now.",
                )
          }
        >
          <Input maxLength={64} disabled={!preference.messengerAvailable} />
        </Form.Item>
        <TopicTable chosen={preference.topics} mail={digest} messenger={preference.messengerAvailable} />
        <RefusalAlert error={choose.error} />
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {t("保存", "Save")}
        </Button>
      </Form>
    </section>
  );
}
