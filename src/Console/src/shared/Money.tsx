import { chineseCapitals, formatYuan } from "./money";

/** An amount in yuan, right-aligned figures; hovering shows the capital numerals that a finance officer compares with paper. */
export function Money({ fen, strong = false }: { fen: number | null | undefined; strong?: boolean }) {
  if (fen === null || fen === undefined) {
    return <span className="money money-none">—</span>;
  }
  return (
    <span className={strong ? "money money-strong" : "money"} title={fen >= 0 ? chineseCapitals(fen) : undefined}>
      {formatYuan(fen)}
    </span>
  );
}
