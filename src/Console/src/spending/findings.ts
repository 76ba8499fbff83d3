import type { Voucher, VoucherFinding } from "../api/types";

/** What a person has found about a voucher so far. */
export type Finding = { accepted?: boolean; reason?: string };
export type Findings = Record<string, Finding>;

type Judged = Pick<Voucher, "id" | "amountFen">;

/** The vouchers without a finding, and those refused without a reason. */
export function unfound<T extends Judged>(vouchers: T[], findings: Findings): T[] {
  return vouchers.filter(({ id }) => {
    const { accepted, reason } = findings[id] ?? {};
    return accepted === undefined || (!accepted && !reason?.trim());
  });
}

/** Those accepted, and what they come to. */
export function acceptedOf(vouchers: Judged[], findings: Findings) {
  const accepted = vouchers.filter(({ id }) => findings[id]?.accepted);
  return { count: accepted.length, fen: accepted.reduce((sum, one) => sum + one.amountFen, 0) };
}

/** The findings as they are sent; a reason typed before the voucher was accepted after all is left out. */
export function rowsOf(vouchers: Judged[], findings: Findings): VoucherFinding[] {
  return vouchers.map(({ id }) => {
    const { accepted = false, reason } = findings[id] ?? {};
    return { voucherId: id, accepted, reason: accepted ? null : (reason?.trim() ?? null) };
  });
}
