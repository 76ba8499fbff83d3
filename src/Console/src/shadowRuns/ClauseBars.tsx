import type { ClauseFigures } from "../api/shadowRuns";
import { Cited } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

/** Clause by clause: how often, and how much of the total. */
export function ClauseBars({ clauses }: { clauses: ClauseFigures[] }) {
  const { t } = useText();
  if (clauses.length === 0) {
    return null;
  }
  const most = Math.max(...clauses.map((one) => one.countedFen)) || 1;
  return (
    <figure className="shadow-chart">
      <figcaption>{t("按条款（元，每分只计一次）", "By clause (yuan, each fen once)")}</figcaption>
      <ul className="shadow-bars">
        {clauses.map((one) => (
          <li key={one.citation.clauseId}>
            <div>
              <Cited citation={one.citation} /> {t(one.title)}{" "}
              <span className="secondary">{t(`${one.findings} 项`, `${one.findings} findings`)}</span>
              <Money fen={one.countedFen} strong />
            </div>
            <span className="shadow-bar">
              <span style={{ inlineSize: `${(one.countedFen * 100) / most}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
