import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { CapBar } from "../shared/CapBar";
import { Money } from "../shared/Money";
import { useProgrammes } from "../shared/programmes";
import { RuleClause } from "../shared/RuleClause";
import { useText } from "../shell/text";
import { openAppropriations } from "./openAppropriations";

/** The open years' money at a glance. */
export function CapOverview() {
  const { t } = useText();
  const { name } = useProgrammes();
  const open = useQuery({ queryKey: ["appropriations", "open"], queryFn: openAppropriations });
  if (!open.data || open.data.length === 0) {
    return null;
  }
  return (
    <section className="cap-overview" aria-label={t("年度安排使用情况", "Use of the years' money")}>
      {open.data.slice(0, 3).map((one) => (
        <article key={one.id} className="cap-card">
          <div className="cap-card-head">
            <span>
              <Link to={`/appropriations/${one.id}`}>
                {name(one.programme)} · {one.fiscalYear}
              </Link>{" "}
              <RuleClause programme={one.programme} parameter="annual-cap" />
            </span>
            <Money fen={one.amountFen} strong />
          </div>
          <CapBar capFen={one.amountFen} committedFen={one.committedFen} paidFen={one.paidFen} compact />
        </article>
      ))}
    </section>
  );
}
