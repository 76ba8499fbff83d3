import { Tag } from "antd";
import { type Invitation, people } from "../api/people";
import { usePlaces } from "../places/usePlaces";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Page } from "../shared/Page";
import { ReasonField } from "../shared/ReasonField";
import { useHasRole } from "../shell/session";
import { type Text, useText } from "../shell/text";
import { Invite } from "./Invite";

const states: Record<Invitation["status"] | "expired", Text & { color?: string }> = {
  open: { zh: "待使用", en: "Open", color: "processing" },
  taken: { zh: "正在绑定", en: "Being bound", color: "warning" },
  redeemed: { zh: "已使用", en: "Redeemed", color: "success" },
  revoked: { zh: "已撤回", en: "Revoked" },
  expired: { zh: "已过期", en: "Expired" },
};

/** Whom district and city have invited to act for an organisation, and what became of it. */
export function InvitationList() {
  const { t } = useText();
  const invites = useHasRole("district-reviewer", "city-reviewer");
  const { name } = usePlaces();
  const status = (row: Invitation) => states[row.expired ? "expired" : row.status];
  return (
    <Page
      title={t("单位邀请", "Invitations")}
      lead={t(
        "邀请经办人代表单位申报；邀请码只显示一次，使用后账号绑定该单位和县区。",
        "Invite a person to act for an organisation. The code is shown once; it binds the account to organisation and district.",
      )}
      actions={invites && <Invite />}
    >
      <FilterTable<Invitation>
        of="invitations"
        fetchPage={people.invitations}
        rowKey="id"
        emptyText={t("还没有邀请", "No invitations yet")}
        filters={[
          {
            name: "status",
            label: t("状态", "State"),
            options: (["open", "taken", "redeemed", "revoked"] as const).map((value) => ({ value, label: t(states[value]) })),
          },
          { name: "organisation", label: t("统一社会信用代码", "Social credit code") },
        ]}
        columns={[
          { title: t("单位", "Organisation"), dataIndex: "organisationName" },
          { title: t("统一社会信用代码", "Code"), render: (_, row) => <code>{row.organisationCode}</code> },
          { title: t("受邀人", "Person"), dataIndex: "name" },
          {
            title: t("县区、园区", "District, park"),
            render: (_, row) => [row.district, row.park].filter(Boolean).map(name).join(" · "),
          },
          { title: t("有效期至", "Until"), dataIndex: "expiresOn" },
          {
            title: t("状态", "State"),
            render: (_, row) => (
              <Tag variant="filled" color={status(row).color} title={row.reason ?? undefined}>
                {t(status(row))}
              </Tag>
            ),
          },
          { title: t("邀请", "Invited"), render: (_, row) => `${row.invitedByName} · ${instant(row.invitedAt)}` },
          {
            title: t("使用", "Redeemed"),
            render: (_, row) => (row.redeemedAt ? `${row.redeemedByName} · ${instant(row.redeemedAt)}` : "—"),
          },
          { title: "", render: (_, row) => invites && row.status === "open" && <Revoke invitation={row} /> },
        ]}
      />
    </Page>
  );
}

function Revoke({ invitation }: { invitation: Invitation }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Invitation>
      label={t("撤回", "Revoke")}
      size="small"
      version={invitation.version}
      fields={<ReasonField />}
      act={({ reason }, act) => people.revoke(invitation.id, reason, act)}
      done={t("已撤回", "Revoked")}
    />
  );
}
