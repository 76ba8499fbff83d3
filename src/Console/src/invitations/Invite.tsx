import { Form, Input, Modal, Select, Typography } from "antd";
import { useState } from "react";
import { type Invitation, type InvitationEntry, people } from "../api/people";
import { usePlaces } from "../places/usePlaces";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Summary } from "../shared/Summary";
import { parseSocialCreditCode } from "../shared/socialCreditCode";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";

/** Invites a person, and shows the code this once. */
export function Invite() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { district } = useSession();
  const [invited, setInvited] = useState<Invitation | null>(null);
  return (
    <>
      <ActionButton<InvitationEntry, Invitation>
        label={t("邀请单位", "Invite")}
        type="primary"
        initial={{ district: district ?? undefined, expiresOn: inDays(today, 30) }}
        fields={<Fields />}
        act={people.invite}
        done={t("已邀请", "Invited")}
        onDone={setInvited}
      />
      <Modal
        open={invited !== null}
        title={t("邀请码，仅显示这一次", "The code, shown this once")}
        onCancel={() => setInvited(null)}
        onOk={() => setInvited(null)}
        cancelButtonProps={{ hidden: true }}
        okText={t("已抄录", "Noted")}
      >
        <Typography.Title level={3} copyable className="invitation-code">
          {invited?.code ?? ""}
        </Typography.Title>
        <Summary
          facts={[
            { label: t("受邀人", "Person"), value: invited?.name },
            { label: t("单位", "Organisation"), value: `${invited?.organisationName} ${invited?.organisationCode}` },
            { label: t("有效期至", "Until"), value: invited?.expiresOn },
          ]}
        />
        <p>
          {t(
            "请受邀人登录后在“使用邀请码”中输入；只能由同名账号使用一次。",
            "The person signs in and enters it under “Redeem an invitation”; an account of that name can use it once.",
          )}
        </p>
      </Modal>
    </>
  );
}

function inDays(today: string, days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

function Fields() {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const district: string | undefined = Form.useWatch("district");
  const places = usePlaces();
  return (
    <>
      <Form.Item name="organisationName" label={t("单位名称", "Organisation")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="organisationCode"
        label={t("统一社会信用代码", "Social credit code")}
        rules={[
          { required: true },
          {
            validator: async (_, code?: string) => {
              if (code && !parseSocialCreditCode(code)) {
                throw new Error(t("统一社会信用代码无效", "This is no social credit code"));
              }
            },
          },
        ]}
      >
        <Input maxLength={18} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("受邀人姓名（与账号一致）", "The person's name, as in the account")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t("账号邮箱（填写后须一致）", "The account's e-mail address, if it must match")}>
        <Input maxLength={100} type="email" autoComplete="off" />
      </Form.Item>
      <Form.Item name="district" label={t("县区", "District")} rules={[{ required: true }]}>
        <Select options={places.runningDistricts} disabled={!city} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Form.Item name="park" label={t("园区", "Park")}>
        <Select allowClear options={places.runningParksIn(district)} disabled={!district} />
      </Form.Item>
      <Form.Item name="expiresOn" label={t("有效期至（最长90天）", "Until (90 days at most)")} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
    </>
  );
}
