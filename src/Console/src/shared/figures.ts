import type { Language } from "../shell/text";
import { figureNames } from "./figureNames";
import { formatYuan } from "./money";
import { statusText } from "./statuses";

/** What a figure is called; a sheet's own names, which its pack gives, are shown as they are. */
export function figureName(name: string, language: Language): string {
  return figureNames[name]?.[language] ?? name;
}

/** A figure for people: amounts (names ending in `Fen`) as yuan, days and texts as they are, lists joined. */
export function figure(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) {
    return "—";
  }
  if (/Fen$/.test(name) && typeof value === "number" && Number.isSafeInteger(value)) {
    return language === "zh" ? `${formatYuan(value)} 元` : `¥ ${formatYuan(value)}`;
  }
  if (Array.isArray(value)) {
    return value.map((item) => figure(name, item, language)).join(language === "zh" ? "、" : ", ");
  }
  if (typeof value === "string" && /^(status|state|standing|otherStatus)$/.test(name)) {
    return statusText(value)[language];
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
