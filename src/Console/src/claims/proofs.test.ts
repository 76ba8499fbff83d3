import { describe, expect, it } from "vitest";
import type { ClaimProof } from "../api/claims";
import type { ClaimKind } from "../api/types";
import { acceptedFen, proofNumbers, rowsOf, unfound } from "./proofs";

const proof = (id: string, amountFen: number) => ({ id, amountFen }) as ClaimProof;
const kind = { proofs: { list: "payments", number: "invoiceNumber" } } as ClaimKind;

describe("the payments of a claim", () => {
  it("are told by the numbers that are typed so far", () => {
    expect(proofNumbers({ payments: [{ invoiceNumber: " 77 " }, { invoiceNumber: "" }, {}, null] }, kind)).toEqual(["77"]);
    expect(proofNumbers({}, kind)).toEqual([]);
    expect(proofNumbers({ payments: [{ invoiceNumber: "1" }] }, { proofs: null } as ClaimKind)).toEqual([]);
  });

  it("are each found upon, and each no has its reason", () => {
    const proofs = [proof("a", 100), proof("b", 50), proof("c", 1)];
    const findings = { a: { accepted: true }, b: { accepted: false, reason: " 重复 " }, c: { accepted: false, reason: " " } };
    expect(unfound(proofs, findings).map(({ id }) => id)).toEqual(["c"]);
    expect(acceptedFen(proofs, findings)).toBe(100);
    expect(rowsOf(proofs, findings)[1]).toEqual({ proofId: "b", accepted: false, reason: "重复" });
  });
});
