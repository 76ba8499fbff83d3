import type { Language } from "../shell/text";

type Figure = { text: string; amountFen: number | null };

/** A figure for a narrow column: an amount in 亿 or 万, all else as it is; the exact text stands behind it. */
export const brief = ({ text, amountFen }: Figure, language: Language) =>
  amountFen === null
    ? text
    : new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { notation: "compact", maximumFractionDigits: 2 }).format(
        amountFen / 100,
      );
