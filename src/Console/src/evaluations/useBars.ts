import { useQuery } from "@tanstack/react-query";
import { type EvaluationObjection, scoring } from "../api/evaluations";
import { reporting } from "../api/reporting";
import type { Evaluation, EvaluationStep, Pack } from "../api/types";
import { useBusinessDate } from "../shell/BusinessDate";
import { useMine } from "../shell/mine";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { schemesOf } from "./schemes";
import { authorsOf, isObjected, lastObjectionDay } from "./standing";

/** What stands against the acts on an evaluation for the person who looks at it (P-5), and whether its round knows a moderation. */
export function useBars(
  evaluation: Evaluation,
  steps: EvaluationStep[],
  objections: EvaluationObjection[],
  pack: Pack | undefined,
) {
  const { t } = useText();
  const { counts } = useMine();
  const { today } = useBusinessDate();
  const { round, moderations } = useMinutes(evaluation);
  const recordedBy = (status: string) => moderations?.findLast((one) => one.status === status)?.proposedByName;
  const { graded, published, publishedGrade } = authorsOf(steps);
  const own = counts(graded) || counts(recordedBy("confirmed"));
  const scheme = schemesOf(pack).find((one) => one.name === evaluation.scheme);
  const lastDay = lastObjectionDay(pack, scheme, evaluation.publishedOn);
  return {
    moderates: !!round?.scheme.scoring?.moderation,
    moderatedBy: recordedBy("proposed"),
    publish:
      (own &&
        t(
          "由您评定、汇总或登记评议，须由另一人公布",
          "You graded, concluded or recorded the moderation; another person publishes",
        )) ||
      (objections.some((one) => one.status === "open") && t("异议尚未处理", "An objection is not decided yet")),
    decide:
      (own || counts(published) || counts(publishedGrade)) &&
      t("由您评定、汇总、评议或公布，须由另一人处理", "You concluded, moderated or published it; another person decides"),
    object:
      (lastDay !== null && today > lastDay && t(`异议期限已于 ${lastDay} 届满`, `Objections were in time until ${lastDay}`)) ||
      (isObjected(evaluation, objections) && t("已对本次公布的结果提出过异议", "This result has been objected to already")),
  };
}

/** The round by the pack of its opening, and the meetings on a result that experts scored; for the city, who acts on them. */
function useMinutes({ id, roundId, status, publications, thirdPartyCode }: Evaluation) {
  const city = useHasRole("city-reviewer");
  const scored = city && thirdPartyCode === null;
  const round = useQuery({
    queryKey: ["evaluation-round", roundId],
    queryFn: () => reporting.round(roundId ?? ""),
    enabled: scored && !!roundId && status === "graded" && publications === 0,
  });
  const report = useQuery({
    queryKey: ["score-report", id],
    queryFn: () => scoring.report(id),
    enabled: scored && (status === "graded" || publications > 0),
  });
  return { round: publications === 0 ? round.data : undefined, moderations: report.data?.moderations };
}
