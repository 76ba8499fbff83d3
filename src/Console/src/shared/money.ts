/** Amounts are whole fen (P-1). Everything here works on text and integers: an amount never passes through a fraction. */
export const maxFen = 1_000_000_000_000_000;

/** Yuan with two decimals and thousands separators, as `Money.ToString()` writes it: 300000000 → "3,000,000.00". */
export function formatYuan(fen: number): string {
  if (!Number.isSafeInteger(fen)) {
    throw new RangeError(`not a whole amount of fen: ${fen}`);
  }
  const digits = Math.abs(fen).toString().padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}

/**
 * Reads yuan as a person types them ("3,000,000.00", "3000000", "¥ 0.5", full-width digits) into fen; null when the text is
 * no amount: negative, more than two decimals, misplaced separators, above the platform's largest amount.
 */
export function parseYuan(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/[\s¥元]/g, "");
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match?.[1]) {
    return null;
  }
  const digits = match[1].replaceAll(",", "") + (match[2] ?? "").padEnd(2, "0");
  const fen = BigInt(digits);
  return fen <= BigInt(maxFen) ? Number(fen) : null;
}

const chineseDigits = "零壹贰叁肆伍陆柒捌玖";
const chineseUnits = ["", "拾", "佰", "仟"];
const chineseGroups = ["", "万", "亿", "万亿"];

function chineseGroup(group: string): string {
  return [...group]
    .map((digit, index) => (digit === "0" ? "零" : `${chineseDigits[Number(digit)]}${chineseUnits[group.length - 1 - index]}`))
    .join("")
    .replace(/零+/g, "零")
    .replace(/零$/, "");
}

/** The amount in the capital numerals of Chinese finance documents: 300000000 → 叁佰万元整. */
export function chineseCapitals(fen: number): string {
  const digits = fen.toString().padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/^0+(?=\d)/, "");
  const [jiao, cent] = [Number(digits.at(-2)), Number(digits.at(-1))];
  let words = "";
  for (let end = yuan.length, level = 0; end > 0; end -= 4, level++) {
    const group = yuan.slice(Math.max(0, end - 4), end);
    const part = chineseGroup(group);
    words = part === "" ? (words === "" || words.startsWith("零") ? words : `零${words}`) : part + chineseGroups[level] + words;
  }
  const whole = words === "" ? "" : `${words.replace(/零+/g, "零").replace(/^零/, "")}元`;
  if (jiao === 0 && cent === 0) {
    return `${whole || "零元"}整`;
  }
  const tenths = jiao > 0 ? `${chineseDigits[jiao]}角` : whole ? "零" : "";
  return `${whole}${tenths}${cent > 0 ? `${chineseDigits[cent]}分` : ""}${cent === 0 ? "整" : ""}`;
}
