import type { YearFigure } from "../api/shadowRuns";
import { formatYuan } from "../shared/money";
import { useText } from "../shell/text";
import { groups } from "./words";

const frame = { width: 560, height: 250, left: 64, right: 12, top: 18, bottom: 44 };
const ground = frame.height - frame.bottom;
const parts = ["above-cap", "unclaimed", "claimed-twice"] as const;

/** What was paid each year, how much of it was found, and the cap as a line across. */
export function YearChart({ years }: { years: YearFigure[] }) {
  const { t } = useText();
  if (years.length === 0) {
    return null;
  }
  const most = Math.max(...years.map((year) => Math.max(year.paidFen, year.capFen ?? 0))) || 1;
  const y = (fen: number) => ground - (fen * (ground - frame.top)) / most;
  const slot = (frame.width - frame.left - frame.right) / years.length;
  const bar = Math.min(54, slot * 0.56);
  const told = years.map((year) => `${year.fiscalYear} ${formatYuan(year.paidFen)}`).join(t("，", ", "));
  return (
    <figure className="shadow-chart">
      <figcaption>{t("各年度拨付与问题金额（万元）", "Paid and found, year by year (10,000 yuan)")}</figcaption>
      <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={told}>
        <title>{told}</title>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line
              className="shadow-grid"
              x1={frame.left}
              x2={frame.width - frame.right}
              y1={y(most * part)}
              y2={y(most * part)}
            />
            <text className="shadow-axis" x={frame.left - 8} y={y(most * part) + 4} textAnchor="end">
              {tenThousands(most * part)}
            </text>
          </g>
        ))}
        {years.map((year, at) => {
          const x = frame.left + slot * at + (slot - bar) / 2;
          return (
            <g key={year.fiscalYear}>
              <rect className="shadow-paid" x={x} y={y(year.paidFen)} width={bar} height={ground - y(year.paidFen)} rx={2} />
              {stacked(year).map(({ group, from, to }) => (
                <rect key={group} className={`shadow-fill-${group}`} x={x} y={y(to)} width={bar} height={y(from) - y(to)} />
              ))}
              {year.capFen !== null && (
                <line
                  className="shadow-cap"
                  x1={x - slot * 0.14}
                  x2={x + bar + slot * 0.14}
                  y1={y(year.capFen)}
                  y2={y(year.capFen)}
                />
              )}
              <text
                className="shadow-value"
                x={x + bar / 2}
                y={y(Math.max(year.paidFen, year.capFen ?? 0)) - 5}
                textAnchor="middle"
              >
                {tenThousands(year.paidFen)}
              </text>
              <text className="shadow-axis" x={x + bar / 2} y={ground + 18} textAnchor="middle">
                {year.fiscalYear}
              </text>
            </g>
          );
        })}
      </svg>
      <p className="shadow-legend">
        <span className="shadow-key shadow-paid-key" /> {t("拨付", "Paid")}
        {parts.map((group) => (
          <span key={group}>
            <span className={`shadow-key shadow-${group}`} /> {t(groups[group])}
          </span>
        ))}
        <span>
          <span className="shadow-key shadow-cap-key" /> {t("年度上限", "Cap")}
        </span>
      </p>
    </figure>
  );
}

/** The found sums of a year, one on the other from the top of what was paid downwards. */
function stacked(year: YearFigure) {
  let to = year.paidFen;
  return [
    { group: "above-cap", fen: year.aboveCapFen },
    { group: "unclaimed", fen: year.unclaimedFen },
    { group: "claimed-twice", fen: year.claimedTwiceFen },
  ]
    .filter(({ fen }) => fen > 0)
    .map(({ group, fen }) => {
      const part = { group, from: Math.max(0, to - fen), to };
      to = part.from;
      return part;
    });
}

const tenThousands = (fen: number) => (fen / 1_000_000).toLocaleString("en-US", { maximumFractionDigits: 1 });
