import type { Text } from "../shell/text";

const measures: Record<string, Text> = {
  rectification: { zh: "限期整改", en: "Rectification" },
  delisting: { zh: "摘牌", en: "Delisting" },
  revocation: { zh: "取消资格", en: "Revocation" },
  removal: { zh: "移出备案", en: "Removal from filing" },
  ban: { zh: "禁止申报", en: "Ban" },
  cancellation: { zh: "取消认定资格", en: "Cancellation" },
};

export const measureName = (measure: string): Text => measures[measure] ?? { zh: measure, en: measure };

const subjects: Record<string, Text> = {
  institution: { zh: "机构", en: "The institution" },
  "lead-bodies": { zh: "牵头单位", en: "Lead body" },
  host: { zh: "依托单位", en: "Host" },
  company: { zh: "承担单位", en: "Undertaking unit" },
  "implementing-body": { zh: "实施主体", en: "Implementing body" },
};

/** As what a legal person is barred, in the ground's word. */
export const subjectName = (subject: string): Text => subjects[subject] ?? { zh: subject, en: subject };

/** The grounds that published evaluations and examined changes propose by themselves: nobody enters them by hand. */
const foundByPlatform = ["evaluation-failed", "reevaluation-failed", "two-consecutive-fails", "change-disqualifies"];

/** The grounds that a person proposes against an institution; a ban alone comes of a register's step (HB-05). */
export const proposable = (ground: { name: string; measure: string }) =>
  ground.measure !== "ban" && !foundByPlatform.includes(ground.name);
