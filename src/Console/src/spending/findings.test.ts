import { expect, test } from "vitest";
import { acceptedOf, rowsOf, unfound } from "./findings";

const vouchers = [
  { id: "a", amountFen: 100_00 },
  { id: "b", amountFen: 200_00 },
];

test("Every_voucher_needs_a_finding_and_every_no_its_reason", () => {
  expect(unfound(vouchers, {})).toHaveLength(2);
  expect(unfound(vouchers, { a: { accepted: true }, b: { accepted: false, reason: " " } })).toEqual([vouchers[1]]);
  expect(unfound(vouchers, { a: { accepted: true }, b: { accepted: false, reason: "与项目无关" } })).toEqual([]);
});

test("Only_what_is_accepted_is_summed_up", () => {
  expect(acceptedOf(vouchers, { a: { accepted: false, reason: "重复" }, b: { accepted: true } })).toEqual({
    count: 1,
    fen: 200_00,
  });
});

test("A_reason_typed_before_the_voucher_was_accepted_after_all_is_not_sent", () => {
  expect(rowsOf(vouchers, { a: { accepted: true, reason: "误填" }, b: { accepted: false, reason: " 重复 " } })).toEqual([
    { voucherId: "a", accepted: true, reason: null },
    { voucherId: "b", accepted: false, reason: "重复" },
  ]);
});
