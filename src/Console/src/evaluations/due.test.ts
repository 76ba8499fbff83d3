import { expect, test } from "vitest";
import type { DueEvaluation } from "../api/evaluations";
import { addressOf, stateOf } from "./due";

const due = (more: Partial<DueEvaluation>) =>
  ({
    programme: "p",
    state: "running",
    missing: null,
    roundId: null,
    register: null,
    bodies: 3,
    graded: 2,
    published: 1,
    ...more,
  }) as DueEvaluation;

test("What_is_missing_is_told_before_how_far_it_has_come", () => {
  const missing = { name: "documents", label: { zh: "制度文件", en: "documents" } };
  expect(stateOf(due({ missing, state: "not-opened" })).zh).toBe("“制度文件”中没有施行的指标体系");
  expect(addressOf(due({ missing, register: "tenants" }))).toBe("/registers/p/documents");
});

test("A_round_is_ordered_then_graded_and_published_and_a_register_only_filled", () => {
  expect(stateOf(due({ state: "drafted" })).zh).toBe("待下达（3 家）");
  expect(stateOf(due({})).zh).toBe("已定等次 2/3，已公布 1");
  expect(stateOf(due({ register: "tenants" })).zh).toBe("已评 2/3");
  expect(addressOf(due({ roundId: "r" }))).toBe("/evaluation-rounds/r");
  expect(addressOf(due({ register: "tenants" }))).toBe("/registers/p/tenants");
});
