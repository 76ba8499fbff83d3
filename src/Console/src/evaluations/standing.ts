import dayjs from "dayjs";
import type { EvaluationObjection, Scheme } from "../api/evaluations";
import type { Day, Evaluation, EvaluationStep, Pack } from "../api/types";

const grading = ["graded", "scored", "objection-upheld"];

/** By whom an evaluation was graded last, published last, and graded as it stands published; its steps stand oldest first (P-5). */
export function authorsOf(steps: EvaluationStep[]) {
  const published = steps.findLastIndex((step) => step.what === "published");
  const gradedIn = (some: EvaluationStep[]) => some.findLast((step) => grading.includes(step.what))?.byName;
  const publishedGrade = gradedIn(steps.slice(0, published + 1));
  const latest = steps.findLast((step) => grading.includes(step.what) || step.what === "correction-withdrawn");
  return {
    graded: latest?.what === "correction-withdrawn" ? publishedGrade : latest?.byName,
    published: steps[published]?.byName,
    publishedGrade,
  };
}

/** The last day on which a result may be objected to (P-2); null where working days are counted, which the service does (P-3). */
export function lastObjectionDay(pack: Pack | undefined, scheme: Scheme | undefined, publishedOn: Day | null): Day | null {
  const term = pack?.parameters.find((one) => one.name === scheme?.objection);
  const days = term?.values.findLast((one) => publishedOn !== null && one.from <= publishedOn)?.value.number;
  return term?.kind === "days" && typeof days === "number" ? dayjs(publishedOn).add(days, "day").format("YYYY-MM-DD") : null;
}

/** Whether the result that stands published was objected to; an upheld objection brings another result, and a new publication. */
export function isObjected(evaluation: Evaluation, objections: EvaluationObjection[]): boolean {
  const { publishedOn, status } = evaluation;
  return objections.some(
    (one) =>
      one.status === "open" ||
      (publishedOn !== null &&
        (one.filedOn > publishedOn || (one.filedOn === publishedOn && (one.status === "turned-down" || status === "graded")))),
  );
}
