import type { ClawbackCause, DecisionKind } from "../api/clawbacks";
import type { Text } from "../shell/text";

/** Why money is claimed back: ZS-07, ZS-08, and by decision. */
export const causes: Record<ClawbackCause, Text> = {
  "over-advance": { zh: "多拨付", en: "Paid too much" },
  deadline: { zh: "逾期未认定", en: "Deadline missed" },
  revocation: { zh: "取消资格", en: "Standing revoked" },
  fraud: { zh: "弄虚作假", en: "Fraud" },
};

/** What two persons decide about a clawback. */
export const decisionKinds: Record<DecisionKind, Text> = {
  claim: { zh: "决定追缴", en: "Claim by decision" },
  objection: { zh: "异议处理", en: "Answer to an objection" },
  instalments: { zh: "分期缴款", en: "Payment in parts" },
  offset: { zh: "抵扣", en: "Offset" },
  "write-off": { zh: "核销", en: "Write-off" },
  refund: { zh: "退还", en: "Refund" },
};
