import { type ClaimDetail, claims, type GrantDetail } from "../api/claims";
import type { Payment } from "../api/payments";
import { ActionButton } from "../shared/ActionButton";
import { Money } from "../shared/Money";
import { ReasonField } from "../shared/ReasonField";
import { type Text, useText } from "../shell/text";

type Verb = "return" | "refuse" | "withdraw";

const words: Record<Verb, { label: Text; reason: Text; done: Text }> = {
  return: {
    label: { zh: "退回补正", en: "Send back" },
    reason: { zh: "退回理由", en: "Why" },
    done: { zh: "已退回", en: "Sent back" },
  },
  refuse: {
    label: { zh: "不予支持", en: "Refuse" },
    reason: { zh: "不予支持的理由", en: "Why" },
    done: { zh: "已作出不予支持的决定", en: "Refused" },
  },
  withdraw: {
    label: { zh: "撤回", en: "Withdraw" },
    reason: { zh: "撤回原因", en: "Why" },
    done: { zh: "已撤回", en: "Withdrawn" },
  },
};

export function TurnDown({ id, verb }: { id: string; verb: Verb }) {
  const { t } = useText();
  const { label, reason, done } = words[verb];
  return (
    <ActionButton<{ reason: string }, ClaimDetail>
      label={t(label)}
      danger={verb === "refuse"}
      fields={<ReasonField label={t(reason)} />}
      act={(values, act) => claims.turnDown(id, verb, values.reason, act)}
      done={t(done)}
    />
  );
}

/** Another person approves what was assessed; only then money is committed. */
export function ApproveGrant({ payment, dueFen }: { payment: Payment; dueFen: number }) {
  const { t } = useText();
  return (
    <ActionButton<object, GrantDetail>
      label={t("批准支付", "Approve the payment")}
      type="primary"
      summary={() => [
        { label: t("受益单位", "Beneficiary"), value: payment.beneficiaryName },
        { label: t("依据", "Document"), value: payment.reference },
        { label: t("应补助（元）", "Due (yuan)"), value: <Money fen={dueFen} /> },
        { label: t("本级支付（元）", "Paid here (yuan)"), value: <Money fen={payment.amountFen} strong /> },
        { label: t("收款人", "Payee"), value: `${payment.payeeName} ${payment.payeeAccount}` },
      ]}
      consequence={t(
        "批准后占用年度安排和该单位的补助上限。",
        "It then counts against the year's money and the claimant's ceiling.",
      )}
      act={(_, act) => claims.approveGrant(payment.id, act)}
      done={t("已批准", "Approved")}
    />
  );
}
