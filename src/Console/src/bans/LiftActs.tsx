import { Space } from "antd";
import { standing } from "../api/standing";
import type { Ban, BanLifting } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";

/** What may be done about a running ban: one person proposes to lift it, another confirms or refuses. */
export function LiftActs({ ban }: { ban: Ban }) {
  const { today } = useBusinessDate();
  const proposes = useHasRole("city-reviewer");
  const decides = useHasRole("city-reviewer", "leader");
  const own = useSession().name;
  const waiting = ban.liftings.find((one) => one.status === "proposed");
  if (ban.liftedOn || ban.firstFreeDay <= today) {
    return null;
  }
  if (!waiting) {
    return proposes && <ProposeLift ban={ban} today={today} />;
  }
  return decides && waiting.proposedByName !== own && <DecideLift ban={ban} />;
}

function ProposeLift({ ban, today }: { ban: Ban; today: string }) {
  const { t } = useText();
  return (
    <ActionButton<BanLifting, Ban>
      label={t("提出解除", "Propose to lift")}
      size="small"
      version={ban.version}
      initial={{ decidedOn: today }}
      fields={
        <>
          <DocumentFields
            label={t("决定文号", "Decision number")}
            day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
          />
          <ReasonField />
        </>
      }
      summary={(values) => [
        { label: t("单位", "Legal person"), value: `${ban.name} ${ban.code}` },
        { label: t("原期限", "Term"), value: `${ban.from} ~ ${ban.lastDay}` },
        { label: t("决定", "Decision"), value: `${values.documentNumber} · ${values.decidedOn}` },
        { label: t("理由", "Reason"), value: values.reason },
      ]}
      consequence={t(
        "由另一人确认后解除；确认前仍禁止申报。",
        "It is lifted once another person confirms; until then the ban rules.",
      )}
      act={(values, act) => standing.proposeLift(ban.id, values, act)}
      done={t("已提出，等待他人确认", "Proposed; awaiting another person")}
    />
  );
}

function DecideLift({ ban }: { ban: Ban }) {
  const { t } = useText();
  const waiting = ban.liftings.find((one) => one.status === "proposed");
  const facts = [
    { label: t("单位", "Legal person"), value: `${ban.name} ${ban.code}` },
    { label: t("原期限", "Term"), value: `${ban.from} ~ ${ban.lastDay}` },
    { label: t("决定", "Decision"), value: `${waiting?.documentNumber} · ${waiting?.decidedOn}` },
    { label: t("理由", "Reason"), value: waiting?.reason },
    { label: t("提出人", "Proposed by"), value: waiting?.proposedByName },
  ];
  return (
    <Space>
      <ActionButton<object, Ban>
        label={t("确认解除", "Confirm the lifting")}
        size="small"
        type="primary"
        version={ban.version}
        summary={() => facts}
        consequence={t(`自 ${waiting?.decidedOn} 起可重新申报。`, `Free to apply again from ${waiting?.decidedOn}.`)}
        act={(_, act) => standing.confirmLift(ban.id, act)}
        done={t("已提前解除", "Lifted")}
      />
      <ActionButton<{ reason: string }, Ban>
        label={t("驳回", "Refuse")}
        size="small"
        version={ban.version}
        fields={<ReasonField />}
        act={({ reason }, act) => standing.refuseLift(ban.id, reason, act)}
        done={t("已驳回，仍禁止申报", "Refused; the ban rules on")}
      />
    </Space>
  );
}
