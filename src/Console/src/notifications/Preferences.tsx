import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Form, Input } from "antd";
import { notices, type Preference } from "../api/notices";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

type Choice = { digest: boolean; address?: string | null };

/** How a person is told, beside the inbox that everybody has. */
export function Preferences() {
  const { t } = useText();
  const preference = useQuery({ queryKey: ["notifications", "preference"], queryFn: notices.preference });
  return (
    <Page
      title={t("接收方式", "How I am told")}
      parent={{ to: "/notifications", name: t("通知", "Notices") }}
      lead={t("站内通知始终接收；邮件由您选择。", "The inbox is always there; mail is your choice.")}
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
  const choose = useMutation({
    mutationFn: (choice: Choice) => notices.choose({ digest: choice.digest, address: choice.address ?? null }),
    onSuccess: (now) => {
      queries.setQueryData(["notifications", "preference"], now);
      message.success(t("已保存", "Saved"));
    },
  });
  return (
    <section className="panel public-form">
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
        initialValues={{ digest: preference.digest, address: preference.address }}
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
          rules={[{ required: digest, type: "email", message: t("请填写有效的电子邮箱地址", "Give a valid mail address") }]}
        >
          <Input maxLength={200} disabled={!digest} autoComplete="email" />
        </Form.Item>
        <p className="secondary">
          {preference.messengerAvailable
            ? t("本局的即时通讯群同时收到本局事项的通知。", "The bureau's messenger receives the bureau's notices as well.")
            : t(
                "本局的即时通讯由平台管理员配置，目前未配置。",
                "A bureau's messenger is set by the administrator; yours has none now.",
              )}
        </p>
        <RefusalAlert error={choose.error} />
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {t("保存", "Save")}
        </Button>
      </Form>
    </section>
  );
}
