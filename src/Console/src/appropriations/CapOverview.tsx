import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { funding } from "../api/funding";
import { CapBar } from "../shared/CapBar";
import { Clause } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

/** The open years' money at a glance. */
export function CapOverview() {
  const { t } = useText();
  const { name } = useProgrammes();
  const open = useQuery({
    queryKey: ["appropriations", "open"],
    queryFn: () => funding.appropriations({ status: "open", limit: "6" }),
  });
  if (!open.data || open.data.items.length === 0) {
    return null;
  }
  return (
    <section className="cap-overview" aria-label={t("年度资金使用情况", "Use of the years' money")}>
      {open.data.items.map((one) => (
        <article key={one.id} className="cap-card">
          <div className="cap-card-head">
            <span>
              <Link to={`/appropriations/${one.id}`}>
                {name(one.programme)} · {one.fiscalYear}
              </Link>{" "}
              <Clause id="ZS-03" />
            </span>
            <Money fen={one.amountFen} strong />
          </div>
          <CapBar capFen={one.amountFen} committedFen={one.committedFen} paidFen={one.paidFen} compact />
        </article>
      ))}
    </section>
  );
}
