import { useQuery } from "@tanstack/react-query";
import { type EvaluationObjection, scoring } from "../api/evaluations";
import type { Evaluation } from "../api/types";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DecideObjection } from "./ObjectionActs";

/** The objections to a result; none for whom they do not concern. */
export function useObjections(evaluation: Evaluation): EvaluationObjection[] {
  const readers = useHasRole("operator", "city-reviewer", "leader", "auditor");
  const objections = useQuery({
    queryKey: ["evaluation-objections", evaluation.id],
    queryFn: () => scoring.objections({ evaluation: evaluation.id, limit: "50" }),
    enabled: readers && evaluation.publications > 0,
  });
  return objections.data?.items ?? [];
}

type ObjectionsProps = { evaluation: Evaluation; items: EvaluationObjection[]; mayNotDecide: string | false };

/** The objections to a result, each with the decision on it. */
export function Objections({ evaluation, items, mayNotDecide }: ObjectionsProps) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  if (items.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <h2>{t("异议", "Objections")}</h2>
      {items.map((objection) => (
        <div key={objection.id}>
          <Summary
            title={<Status value={objection.status} of="evaluation-objection" />}
            facts={[
              { label: t("提出", "Filed"), value: `${objection.filedOn} · ${objection.filedByName}` },
              { label: t("事实和理由", "Statement"), value: objection.statement },
              objection.decision !== null && { label: t("处理意见", "Decision"), value: objection.decision },
              objection.documentNumber !== null && {
                label: t("处理文号", "Document"),
                value: [objection.documentNumber, objection.decidedOn, objection.decidedByName].join(" · "),
              },
            ]}
          />
          {city && objection.status === "open" && (
            <DecideObjection objection={objection} evaluation={evaluation} barred={mayNotDecide} />
          )}
        </div>
      ))}
    </section>
  );
}
