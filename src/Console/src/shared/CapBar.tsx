import { useText } from "../shell/text";
import { Money } from "./Money";

type CapBarProps = { capFen: number; committedFen: number; paidFen: number; compact?: boolean };

/** Share of the cap in hundredths of a percent, by integers, only to draw a width. */
const share = (fen: number, capFen: number) => (capFen > 0 ? `${Math.min(100, Math.floor((fen * 100) / capFen))}%` : "0%");

/** How much of a year's cap is paid, committed but not yet paid (it counts, P-4), and left. */
export function CapBar({ capFen, committedFen, paidFen, compact = false }: CapBarProps) {
  const { t } = useText();
  const pendingFen = Math.max(0, committedFen - paidFen);
  const leftFen = Math.max(0, capFen - committedFen);
  const parts = [
    { key: "paid", name: t("已拨付", "Paid"), fen: paidFen },
    { key: "pending", name: t("已复核未拨付", "Approved, not paid"), fen: pendingFen },
    { key: "left", name: t("剩余", "Left"), fen: leftFen },
  ];
  return (
    <figure className={compact ? "cap cap-compact" : "cap"}>
      <div className="cap-bar" aria-hidden="true">
        {parts.slice(0, 2).map((part) => (
          <span key={part.key} className={`cap-${part.key}`} style={{ width: share(part.fen, capFen) }} />
        ))}
      </div>
      <figcaption>
        {parts.map((part) => (
          <span key={part.key} className="cap-legend">
            <i className={`cap-dot cap-${part.key}`} aria-hidden="true" />
            {part.name} <Money fen={part.fen} strong={part.key === "left"} />
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
