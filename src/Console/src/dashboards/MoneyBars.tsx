import type { BoardFigure } from "../api/dashboard";
import { figureName } from "../shared/figures";
import { useText } from "../shell/text";

const drawn = ["appropriatedFen", "committedFen", "paidFen", "entitledFen", "recoveredFen", "outstandingFen"];

/** Each figure's share of the year's cap, or of what is appropriated where there is none; by integers, only to draw a width. */
export function sharesOf(figures: BoardFigure[]): { name: string; percent: number }[] {
  const fen = (name: string) => figures.find((figure) => figure.name === name)?.value ?? 0;
  const whole = fen("capFen") || fen("appropriatedFen");
  return drawn.map((name) => ({ name, percent: whole > 0 ? Math.min(100, Math.floor((fen(name) * 100) / whole)) : 0 }));
}

/** A year's money as bars; the figures beside them say the same in words. */
export function MoneyBars({ figures }: { figures: BoardFigure[] }) {
  const { language } = useText();
  return (
    <div className="board-bars" aria-hidden="true">
      {sharesOf(figures).map(({ name, percent }) => (
        <div key={name}>
          <span>{figureName(name, language)}</span>
          <span className="cap-bar">
            <span className="cap-paid" style={{ width: `${percent}%` }} />
          </span>
          <span>{percent}%</span>
        </div>
      ))}
    </div>
  );
}
