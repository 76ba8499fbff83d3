import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Result } from "antd";
import { gateway } from "../api/gateway";
import { type Invitation, people } from "../api/people";
import { usePlaces } from "../places/usePlaces";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** Where an invited person enters the code; the account then acts for the organisation from the next sign-in on. */
export function Redeem() {
  const { t } = useText();
  const redeem = useMutation({ mutationFn: ({ code }: { code: string }) => people.redeem(code, {}) });
  return (
    <Page
      title={t("使用邀请码", "Redeem an invitation")}
      lead={t(
        "输入主管部门给您的邀请码，账号即绑定受邀单位。",
        "Enter the code that your district or city bureau gave you; it binds your account to your organisation.",
      )}
    >
      <section className="panel">
        {redeem.data ? (
          <Bound invitation={redeem.data} />
        ) : (
          <Form<{ code: string }> layout="vertical" onFinish={(values) => redeem.mutate(values)} style={{ maxWidth: 420 }}>
            <Form.Item name="code" label={t("邀请码", "Code")} rules={[{ required: true, whitespace: true }]}>
              <Input maxLength={60} autoComplete="off" spellCheck={false} placeholder="XXXXX-XXXXX-XXXXX-XXXXX" />
            </Form.Item>
            <RefusalAlert error={redeem.error} />
            <Button type="primary" htmlType="submit" loading={redeem.isPending}>
              {t("绑定单位", "Bind my account")}
            </Button>
          </Form>
        )}
      </section>
    </Page>
  );
}

function Bound({ invitation }: { invitation: Invitation }) {
  const { t } = useText();
  const { name } = usePlaces();
  const again = useMutation({ mutationFn: gateway.logout, onSettled: () => window.location.assign("/") });
  return (
    <Result
      status="success"
      title={t(`账号已绑定“${invitation.organisationName}”`, `Your account acts for ${invitation.organisationName}`)}
      subTitle={`${invitation.organisationCode} · ${name(invitation.district)}`}
      extra={
        <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
          {t("重新登录后开始申报", "Sign in again to begin")}
        </Button>
      }
    />
  );
}
