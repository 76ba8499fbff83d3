import type { SelectionEntry } from "../api/types";
import { useText } from "../shell/text";
import "./spread.css";

const width = 200;
const height = 22;
const at = (score: number) => 6 + (score * (width - 12)) / 100;

/** The experts' scores of one application from 0 to 100, first opinions full and further ones hollow, and how far they lie apart. */
export function Spread({ entry }: { entry: SelectionEntry }) {
  const { t } = useText();
  const scored = entry.sheets.filter((sheet) => sheet.score !== null);
  const scores = scored.map((sheet) => sheet.score ?? 0);
  if (scores.length === 0) {
    return "—";
  }
  const told = scored.map((sheet) => `${sheet.expertName} ${sheet.score}`).join(t("、", ", "));
  return (
    <figure className="spread">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={told}>
        <title>{told}</title>
        <line className="spread-axis" x1={at(0)} x2={at(100)} y1={height / 2} y2={height / 2} />
        <line
          className="spread-range"
          x1={at(Math.min(...scores))}
          x2={at(Math.max(...scores))}
          y1={height / 2}
          y2={height / 2}
        />
        {scored.map((sheet) => (
          <circle
            key={sheet.id}
            className={sheet.thirdOpinion ? "spread-further" : "spread-first"}
            cx={at(sheet.score ?? 0)}
            cy={height / 2}
            r={4}
          />
        ))}
      </svg>
      <figcaption>{t(`分差 ${entry.spread ?? 0}`, `${entry.spread ?? 0} apart`)}</figcaption>
    </figure>
  );
}
