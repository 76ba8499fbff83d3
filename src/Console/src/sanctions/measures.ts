import type { Text } from "../shell/text";

const measures: Record<string, Text> = {
  rectification: { zh: "限期整改", en: "Rectification" },
  delisting: { zh: "摘牌", en: "Delisting" },
  revocation: { zh: "取消资格", en: "Revocation" },
  cancellation: { zh: "取消认定资格", en: "Cancellation" },
};

export const measureName = (measure: string): Text => measures[measure] ?? { zh: measure, en: measure };

const subjects: Record<string, Text> = {
  institution: { zh: "中心", en: "The centre" },
  "lead-bodies": { zh: "牵头单位", en: "Lead body" },
  "implementing-body": { zh: "实施主体", en: "Implementing body" },
};

/** As what a legal person is barred, in the ground's word. */
export const subjectName = (subject: string): Text => subjects[subject] ?? { zh: subject, en: subject };

/** The grounds that published evaluations and examined changes propose by themselves: nobody enters them by hand. */
export const foundByPlatform = ["evaluation-failed", "reevaluation-failed", "two-consecutive-fails", "change-disqualifies"];
