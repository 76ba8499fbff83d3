import type { Language, Text } from "../shell/text";
import { formatYuan } from "./money";

/** Plain names for the figures that refusals and sheets carry; one that is not listed is shown under its own name. */
const names: Record<string, Text> = {
  capFen: { zh: "年度上限", en: "Annual cap" },
  amountFen: { zh: "本次金额", en: "Amount" },
  committedFen: { zh: "已占用", en: "Committed" },
  paidFen: { zh: "已拨付", en: "Paid" },
  availableFen: { zh: "可用余额", en: "Available" },
  remainingFen: { zh: "剩余额度", en: "Left of the cap" },
  leftFen: { zh: "剩余额度", en: "Left of the cap" },
  appropriatedFen: { zh: "已安排", en: "Appropriated" },
  requestedFen: { zh: "本次申请", en: "Requested" },
  askedFen: { zh: "本次金额", en: "Asked" },
  claimedFen: { zh: "应追缴", en: "Claimed" },
  receivedFen: { zh: "已缴", en: "Received" },
  appropriationFen: { zh: "年度安排", en: "Appropriation" },
  outstandingFen: { zh: "未缴余额", en: "Outstanding" },
  advanceFen: { zh: "预拨金额", en: "Advance" },
  entitledFen: { zh: "应补助金额", en: "Entitled" },
  clawbackFen: { zh: "应追缴金额", en: "Clawback" },
  fiscalYear: { zh: "年度", en: "Fiscal year" },
  year: { zh: "年度", en: "Year" },
  years: { zh: "年度", en: "Years" },
  yearsUsed: { zh: "已补助年度", en: "Years used" },
  maxYears: { zh: "补助年限", en: "Years allowed" },
  maximum: { zh: "上限", en: "Maximum" },
  maker: { zh: "经办人", en: "Maker" },
  approver: { zh: "复核人", en: "Approver" },
  status: { zh: "当前状态", en: "Present state" },
  standing: { zh: "机构状态", en: "Standing" },
  allottedOn: { zh: "下达日期", en: "Allotted on" },
  deadline: { zh: "期限", en: "Deadline" },
  today: { zh: "业务日期", en: "Business date" },
  given: { zh: "所填内容", en: "Given" },
  field: { zh: "字段", en: "Field" },
  key: { zh: "编号", en: "Key" },
  ratio: { zh: "比例", en: "Ratio" },
  grade: { zh: "等次", en: "Grade" },
  missing: { zh: "缺少", en: "Missing" },
};

export function figureName(name: string, language: Language): string {
  return names[name]?.[language] ?? name;
}

/** A figure for people: amounts (names ending in `Fen`) as yuan, days and texts as they are, lists joined. */
export function figure(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === "") {
    return "—";
  }
  if (/Fen$/.test(name) && typeof value === "number" && Number.isSafeInteger(value)) {
    return language === "zh" ? `${formatYuan(value)} 元` : `¥ ${formatYuan(value)}`;
  }
  if (Array.isArray(value)) {
    return value.map((item) => figure(name, item, language)).join(language === "zh" ? "、" : ", ");
  }
  if (typeof value === "boolean") {
    return language === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

/** An instant as Beijing's day and minute, wherever the reader's machine thinks it is; a day as it is. */
export function instant(at: string | null | undefined): string {
  if (!at || at.length === 10) {
    return at ?? "—";
  }
  return shanghai.format(new Date(at));
}
