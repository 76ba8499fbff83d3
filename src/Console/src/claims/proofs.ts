import type { ClaimProof, ProofFinding } from "../api/claims";
import type { Answers, ClaimKind } from "../api/types";

/** The numbers of the payments or invoices that a form lists so far. */
export function proofNumbers(answers: Answers, kind: ClaimKind): string[] {
  const { proofs } = kind;
  const list = proofs ? answers[proofs.list] : undefined;
  if (!proofs || !Array.isArray(list)) {
    return [];
  }
  return list
    .map((item) => (item as Record<string, unknown> | null)?.[proofs.number])
    .filter((number): number is string => typeof number === "string" && number.trim() !== "")
    .map((number) => number.trim());
}

export type Findings = Record<string, { accepted?: boolean; reason?: string }>;

/** The rows that nothing is found on yet, or whose no has no reason. */
export const unfound = (proofs: ClaimProof[], findings: Findings) =>
  proofs.filter(({ id }) => {
    const finding = findings[id];
    return finding?.accepted === undefined || (!finding.accepted && !finding.reason?.trim());
  });

export const rowsOf = (proofs: ClaimProof[], findings: Findings): ProofFinding[] =>
  proofs.map(({ id }) => {
    const { accepted = false, reason } = findings[id] ?? {};
    return accepted ? { proofId: id, accepted } : { proofId: id, accepted, reason: reason?.trim() };
  });

export const acceptedFen = (proofs: ClaimProof[], findings: Findings) =>
  proofs.filter(({ id }) => findings[id]?.accepted).reduce((sum, { amountFen }) => sum + amountFen, 0);
