import type { AmountUnit, FindingGroup, TableKind } from "../api/shadowRuns";
import type { Text } from "../shell/text";

/** What becomes of the money of a finding. */
export const groups: Record<FindingGroup, Text> = {
  "above-cap": { zh: "不应拨付", en: "Should not have been paid" },
  unclaimed: { zh: "应追未追", en: "Never claimed back" },
  "claimed-twice": { zh: "重复列支", en: "Claimed twice" },
  duty: { zh: "应办未办", en: "Left undone" },
};

export const kinds: Record<string, Text> = {
  "annual-cap": { zh: "超年度上限", en: "Above the year's cap" },
  "body-cap": { zh: "超单个中心年度上限", en: "Above the cap on one body" },
  "claim-ceiling": { zh: "超单个企业补助上限", en: "Above a company's ceiling" },
  "claim-ratio": { zh: "超补助比例", en: "Above its part of what was paid" },
  "years-of-support": { zh: "超补助年限", en: "Beyond the years of support" },
  "paid-after-deadline": { zh: "逾期后仍拨付", en: "Paid after the deadline" },
  "paid-while-barred": { zh: "不得补助期间拨付", en: "Paid while barred" },
  "over-paid": { zh: "多拨付未追缴", en: "Over-payment never claimed" },
  unused: { zh: "逾期未认定，未使用未追缴", en: "Deadline missed, unused money" },
  "invoice-twice": { zh: "同一票据重复列支", en: "One invoice stated twice" },
  "not-reviewed": { zh: "拨付后未考核", en: "Paid and never reviewed" },
  "recognised-while-barred": { zh: "禁止期内再次认定", en: "Recognised while barred" },
};

export const tableKinds: Record<TableKind, Text> = {
  payments: { zh: "拨付", en: "Payments" },
  reviews: { zh: "考核等次", en: "Grades" },
  recoveries: { zh: "追缴与收回", en: "Recoveries" },
  invoices: { zh: "支出票据", en: "Invoices" },
  claims: { zh: "补助申领", en: "Subsidies on claims" },
  standings: { zh: "认定与处理", en: "Recognitions and measures" },
};

export const units: Record<AmountUnit, Text> = {
  fen: { zh: "分", en: "fen" },
  yuan: { zh: "元", en: "yuan" },
  "ten-thousand-yuan": { zh: "万元", en: "ten thousand yuan" },
};
