import type { Account } from "../api/types";

/** Fiscal years with money in them, of those allowed (ZS-04). */
export function YearsUsed({ account }: { account: Account }) {
  return (
    <span className="money">
      {account.yearsUsed}
      {account.maxYears ? ` / ${account.maxYears}` : ""}
    </span>
  );
}
