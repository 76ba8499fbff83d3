import type { Text } from "../shell/text";

const grounds: Record<string, Text> = {
  organisation: { zh: "所在单位是当事方", en: "Works for a party" },
  filing: { zh: "参与过申报", en: "Had a hand in filing" },
  recommendation: { zh: "参与过推荐", en: "Had a hand in recommending" },
  declared: { zh: "专家申请回避", en: "Declared by the expert" },
  ordered: { zh: "主管部门责令回避", en: "Ordered by the city" },
};

/** Why an expert does not score an application (ZS-15). */
export const recusalName = (ground: string): Text => grounds[ground] ?? { zh: ground, en: ground };
