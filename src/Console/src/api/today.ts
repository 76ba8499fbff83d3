import { http } from "./http";
import type { Day } from "./types";

export type DutySection = "to-approve" | "due" | "overdue" | "held" | "differs";

export type DutyName =
  | "appropriations"
  | "appropriation-changes"
  | "advances"
  | "grants"
  | "advances-of-leader"
  | "grants-of-leader"
  | "runs-to-seal"
  | "payee-accounts"
  | "settlement-runs"
  | "clawback-decisions"
  | "write-offs"
  | "deadline-cases"
  | "spending-to-confirm"
  | "reward-decisions"
  | "histories"
  | "payments-to-gather"
  | "runs-unanswered"
  | "payments-fallen"
  | "results-to-settle"
  | "claims-to-assess"
  | "statements-to-verify"
  | "notices-to-issue"
  | "notices-to-deliver"
  | "clawbacks-due-soon"
  | "objections"
  | "objections-to-follow"
  | "refunds-due"
  | "refunds-to-pay"
  | "days-to-reconcile"
  | "years-to-close"
  | "deadlines-ending"
  | "clawbacks-overdue"
  | "clawbacks-escalated"
  | "holds-to-release"
  | "held-bodies"
  | "differences"
  | "unmatched-receipts";

/** One thing that waits; without `id` it is done on the list. */
export type DutyItem = {
  id: string | null;
  name: string | null;
  fiscalYear: number | null;
  amountFen: number | null;
  on: Day | null;
};

/** How much of a duty waits; others' work is told by its count and sum. */
export type Duty = {
  name: DutyName;
  section: DutySection;
  mine: boolean;
  count: number;
  amountFen: number | null;
  firstOn: Day | null;
  first: DutyItem[];
};

/** A finance officer's today. */
export const fundingToday = () => http.get<{ today: Day; daysAhead: number; duties: Duty[] }>("/api/funding/today");
