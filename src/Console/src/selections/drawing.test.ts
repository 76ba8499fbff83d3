import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { drawAgain } from "./drawing";

const pool = [
  "0198c0de-0000-7000-8000-000000000001",
  "0198c0de-0000-7000-8000-000000000002",
  "0198c0de-0000-7000-8000-000000000003",
];
const byHash = (seed: string) =>
  pool
    .map((id) => [createHash("sha256").update(`${seed}:${id}`).digest("hex"), id] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id);

test.each(["a1", "b2", "c3"])("The_seed_%s_draws_the_same_experts_again_in_whatever_order_the_pool_is_told", async (seed) => {
  expect(await drawAgain(seed, pool, 2)).toEqual(byHash(seed).slice(0, 2));
  expect(await drawAgain(seed, [...pool].reverse(), 2)).toEqual(byHash(seed).slice(0, 2));
});
