import type { Text } from "../shell/text";

const kinds: Record<string, Text> = {
  opinion: { zh: "论证意见", en: "Opinion" },
  report: { zh: "评价报告", en: "Report" },
};
const levels: Record<string, Text> = {
  city: { zh: "市级科技计划项目", en: "City project" },
  county: { zh: "县级科技计划项目", en: "County project" },
};
const named = (words: Record<string, Text>, key: string): Text => words[key] ?? { zh: key, en: key };

export const opinionKind = (kind: string) => named(kinds, kind);
export const projectLevel = (level: string) => named(levels, level);
export const opinionKinds = Object.entries(kinds);
export const projectLevels = Object.entries(levels);
