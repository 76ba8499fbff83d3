import { Button, Form, Input, Radio, Tag } from "antd";
import { type Delegation, type DelegationGiving, routes } from "../api/routes";
import type { Role } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { ReasonField } from "../shared/ReasonField";
import { useRoleLabel } from "../shared/roleLabel";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";
import { act } from "./actingFor";

const posts: Role[] = ["district-reviewer", "city-reviewer", "finance-approver", "leader"];

/** Posts given to deputies for a bounded time, and the way into one's own. */
export function DelegationList() {
  const { t } = useText();
  const session = useSession();
  const post = useRoleLabel();
  const holdsPost = useHasRole(...posts);
  return (
    <Page
      title={t("岗位代理", "Deputies")}
      lead={t(
        "代理有期限；代理人所办事项记为代办，回避和双人规定对本人和代理人一并适用。",
        "Bounded in time; a deputy's acts are recorded for whom they are done, and the separation of persons takes both for one.",
      )}
      actions={holdsPost && <Give />}
    >
      <p className="secondary">
        {t("我的账号标识：", "My account: ")}
        <code>{session.subject}</code>
      </p>
      <FilterTable<Delegation>
        of="delegations"
        fetchPage={routes.delegations}
        rowKey="id"
        emptyText={t("没有岗位代理", "No deputies")}
        filters={[
          {
            name: "running",
            label: t("状态", "State"),
            options: [
              { value: "true", label: t("代理中", "Running") },
              { value: "false", label: t("未开始或已结束", "Not running") },
            ],
          },
        ]}
        columns={[
          { title: t("岗位", "Post"), render: (_, row) => `${post(row.role)} · ${row.principalName}` },
          { title: t("代理人", "Deputy"), dataIndex: "deputyName" },
          { title: t("自", "From"), dataIndex: "from" },
          { title: t("至", "Until"), dataIndex: "until" },
          { title: t("事由", "Reason"), dataIndex: "reason" },
          { title: t("状态", "State"), render: (_, row) => <State delegation={row} /> },
          {
            title: "",
            render: (_, row) => (
              <>
                {row.running && row.deputySubject === session.subject && (
                  <Button size="small" type="primary" onClick={() => act(row)}>
                    {t("代为办理", "Act for them")}
                  </Button>
                )}
                {!row.revokedAt && row.principalSubject === session.subject && <Revoke delegation={row} />}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}

function State({ delegation }: { delegation: Delegation }) {
  const { t } = useText();
  return delegation.running ? (
    <Tag color="success">{t("代理中", "Running")}</Tag>
  ) : (
    <Tag>{delegation.revokedAt ? t("已收回", "Taken back") : t("未开始或已结束", "Not running")}</Tag>
  );
}

function Revoke({ delegation }: { delegation: Delegation }) {
  const { t } = useText();
  return (
    <ActionButton<object, Delegation>
      label={t("收回", "Take back")}
      size="small"
      danger
      version={delegation.version}
      consequence={t("收回后代理人立即不能代办。", "The deputy does nothing more in it from now on.")}
      act={(_, act) => routes.revoke(delegation.id, act)}
      done={t("已收回", "Taken back")}
    />
  );
}

function Give() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const post = useRoleLabel();
  const mine = (useSession().roles ?? []).filter((role) => posts.includes(role));
  return (
    <ActionButton<DelegationGiving, Delegation>
      label={t("委托代理", "Appoint a deputy")}
      type="primary"
      initial={{ role: mine[0], from: today }}
      fields={
        <>
          <Form.Item name="role" label={t("岗位", "Post")} rules={[{ required: true }]}>
            <Radio.Group options={mine.map((role) => ({ value: role, label: post(role) }))} />
          </Form.Item>
          <Form.Item
            name="toSubject"
            label={t("代理人账号标识", "The deputy's account")}
            extra={t("代理人可在本页顶部查看自己的账号标识。", "The deputy finds it at the top of this page.")}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="toName" label={t("代理人姓名", "The deputy's name")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="from" label={t("自", "From")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="until" label={t("至（含当日）", "Until, that day included")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <ReasonField label={t("事由", "Reason")} />
        </>
      }
      act={routes.delegate}
      done={t("已委托", "Appointed")}
    />
  );
}
