import type { Text } from "../shell/text";

/** The holidays that the State Council's notices arrange, with the days on which a test calendar starts from. */
export const festivals: (Text & { from: string; to: string })[] = [
  { zh: "元旦", en: "New Year's Day", from: "01-01", to: "01-01" },
  { zh: "春节", en: "Spring Festival", from: "02-06", to: "02-12" },
  { zh: "清明节", en: "Tomb-Sweeping Day", from: "04-04", to: "04-06" },
  { zh: "劳动节", en: "Labour Day", from: "05-01", to: "05-05" },
  { zh: "端午节", en: "Dragon Boat Festival", from: "06-09", to: "06-09" },
  { zh: "中秋节", en: "Mid-Autumn Festival", from: "09-15", to: "09-15" },
  { zh: "国庆节", en: "National Day", from: "10-01", to: "10-07" },
];
