import type { Meeting, Motion, SubjectKind, VoteCast } from "../api/meetings";
import type { Text } from "../shell/text";

export const casts: Record<VoteCast, Text> = {
  for: { zh: "同意", en: "For" },
  against: { zh: "反对", en: "Against" },
  abstained: { zh: "弃权", en: "Abstained" },
  recused: { zh: "回避", en: "Recused" },
};

export const kinds: Record<SubjectKind, Text> = {
  application: { zh: "申请", en: "Application" },
  entry: { zh: "登记事项", en: "Register entry" },
  institution: { zh: "机构", en: "Institution" },
  other: { zh: "其他事项", en: "Another matter" },
};

/** Where a motion's subject is shown; null where the platform keeps none. */
export function subjectAddress({ kind, subjectId }: Pick<Motion, "kind" | "subjectId">): string | null {
  const places: Record<SubjectKind, string | null> = {
    application: `/applications/${subjectId}`,
    entry: `/registers/entries/${subjectId}`,
    institution: `/institutions/${subjectId}`,
    other: null,
  };
  return places[kind];
}

/** How a vote is counted, in the words of the minutes. */
export const tally = (motion: Motion): Text => ({
  zh: `同意 ${motion.for}、反对 ${motion.against}、弃权 ${motion.abstained}、回避 ${motion.recused}`,
  en: `${motion.for} for, ${motion.against} against, ${motion.abstained} abstained, ${motion.recused} recused`,
});

/** The seats that were taken, in the group's order. */
export const taken = (meeting: Meeting) => meeting.seats.filter((seat) => seat.isPresent);
