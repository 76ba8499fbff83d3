import { useQuery } from "@tanstack/react-query";
import { scoring } from "../api/evaluations";
import type { Evaluation } from "../api/types";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DecideObjection } from "./ObjectionActs";

/** The objections to a result, each with the decision on it. */
export function Objections({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useText();
  const readers = useHasRole("operator", "city-reviewer", "leader", "auditor");
  const city = useHasRole("city-reviewer");
  const objections = useQuery({
    queryKey: ["evaluation-objections", evaluation.id],
    queryFn: () => scoring.objections({ evaluation: evaluation.id, limit: "50" }),
    enabled: readers && evaluation.publications > 0,
  });
  const items = objections.data?.items ?? [];
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
          {city && objection.status === "open" && <DecideObjection objection={objection} evaluation={evaluation} />}
        </div>
      ))}
    </section>
  );
}
