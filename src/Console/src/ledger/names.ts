import type { Text } from "../shell/text";

const accounts: Record<string, Text> = {
  appropriated: { zh: "年度安排", en: "Appropriated" },
  available: { zh: "可用额度", en: "Available" },
  committed: { zh: "已占用", en: "Committed" },
  advanced: { zh: "已预拨", en: "Advanced" },
  entitled: { zh: "应补助", en: "Entitled" },
  receivable: { zh: "应追缴", en: "Receivable" },
  recovered: { zh: "已追回", en: "Recovered" },
  "refund-due": { zh: "应退还", en: "Refund due" },
  "unused-receivable": { zh: "应追缴（未使用）", en: "Receivable, unused" },
  "unused-recovered": { zh: "已追回（未使用）", en: "Recovered, unused" },
  "unused-refund-due": { zh: "应退还（未使用）", en: "Refund due, unused" },
  offset: { zh: "已抵扣", en: "Offset" },
  "written-off": { zh: "已核销", en: "Written off" },
  "unused-offset": { zh: "已抵扣（未使用）", en: "Offset, unused" },
  "unused-written-off": { zh: "已核销（未使用）", en: "Written off, unused" },
  "revocation-receivable": { zh: "应追缴（取消资格）", en: "Receivable, revocation" },
  "revocation-recovered": { zh: "已追回（取消资格）", en: "Recovered, revocation" },
  "revocation-refund-due": { zh: "应退还（取消资格）", en: "Refund due, revocation" },
  "revocation-offset": { zh: "已抵扣（取消资格）", en: "Offset, revocation" },
  "revocation-written-off": { zh: "已核销（取消资格）", en: "Written off, revocation" },
  "fraud-receivable": { zh: "应追缴（弄虚作假）", en: "Receivable, fraud" },
  "fraud-recovered": { zh: "已追回（弄虚作假）", en: "Recovered, fraud" },
  "fraud-refund-due": { zh: "应退还（弄虚作假）", en: "Refund due, fraud" },
  "fraud-offset": { zh: "已抵扣（弄虚作假）", en: "Offset, fraud" },
  "fraud-written-off": { zh: "已核销（弄虚作假）", en: "Written off, fraud" },
};

const kinds: Record<string, Text> = {
  "appropriation-opened": { zh: "年度安排下达", en: "Appropriation opened" },
  "appropriation-supplemented": { zh: "年度安排追加", en: "Appropriation supplemented" },
  "appropriation-reduced": { zh: "年度安排追减", en: "Appropriation reduced" },
  "appropriation-carried-out": { zh: "结转至下年", en: "Carried over to a later year" },
  "appropriation-carried-in": { zh: "上年结转", en: "Carried in" },
  "appropriation-lapsed": { zh: "年末结余收回", en: "Lapsed at the year's end" },
  "payment-approved": { zh: "拨付复核", en: "Payment approved" },
  "payment-cancelled": { zh: "拨付撤销", en: "Payment cancelled" },
  "payment-paid": { zh: "资金拨付", en: "Payment paid" },
  "payment-failed": { zh: "支付失败", en: "Payment failed" },
  "payment-returned": { zh: "退汇", en: "Payment returned" },
  "year-settled": { zh: "年度结算", en: "Year settled" },
  "receipt-recorded": { zh: "追缴入库", en: "Receipt recorded" },
  "unused-claimed": { zh: "未使用资金追缴", en: "Unused money claimed" },
  "unused-reduced": { zh: "未使用资金追缴调减", en: "Claim of unused money reduced" },
  "claim-decided": { zh: "决定追缴", en: "Claimed by decision" },
  "claim-reduced": { zh: "决定追缴调减", en: "Claim by decision reduced" },
  "written-off": { zh: "追缴核销", en: "Clawback written off" },
  "offset-taken": { zh: "追缴抵扣", en: "Clawback withheld" },
  "offset-reversed": { zh: "抵扣冲回", en: "Offset reversed" },
  "refund-paid": { zh: "多缴退还", en: "Over-payment refunded" },
};

const orSelf = (names: Record<string, Text>, key: string): Text => names[key] ?? { zh: key, en: key };

/** What the bureau holds and no body: without meaning in a body's balances. */
export const ofTheYear = new Set(["appropriated", "available"]);

export const accountName = (key: string) => orSelf(accounts, key);
export const postingName = (key: string) => orSelf(kinds, key);
