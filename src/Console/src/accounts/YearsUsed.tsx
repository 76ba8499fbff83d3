import type { Account } from "../api/types";

/** Fiscal years with money in them, of those allowed (ZS-04). */
export function YearsUsed({ account }: { account: Account }) {
  return (
    <span className="money" title={account.yearsUsed.join(", ")}>
      {account.yearsUsed.length}
      {account.maxYears ? ` / ${account.maxYears}` : ""}
    </span>
  );
}
