import { expect, test } from "vitest";
import type { EvaluationObjection, Scheme } from "../api/evaluations";
import type { Evaluation, EvaluationStep, Pack } from "../api/types";
import { authorsOf, isObjected, lastObjectionDay } from "./standing";

const step = (what: string, byName: string) => ({ what, byName }) as EvaluationStep;
const published = (more: Partial<Evaluation> = {}) => ({ status: "published", publishedOn: "2026-03-10", ...more }) as Evaluation;
const objection = (status: string, filedOn: string) => ({ status, filedOn }) as EvaluationObjection;

test("A_correction_that_waits_is_anothers_than_the_grade_that_stands_published", () => {
  const steps = [step("commissioned", "甲"), step("graded", "乙"), step("published", "丙"), step("graded", "丁")];
  expect(authorsOf(steps)).toEqual({ graded: "丁", published: "丙", publishedGrade: "乙" });
  expect(authorsOf([...steps, step("correction-withdrawn", "丁")]).graded).toBe("乙");
  expect(authorsOf([step("scored", "甲")])).toEqual({ graded: "甲", published: undefined, publishedGrade: undefined });
});

test("The_days_are_those_of_the_publication_and_its_own_day_is_not_counted", () => {
  const pack = (kind: string) =>
    ({
      parameters: [
        {
          name: "term",
          kind,
          values: [
            { from: "2025-01-01", value: { number: 10 } },
            { from: "2026-06-01", value: { number: 5 } },
          ],
        },
      ],
    }) as unknown as Pack;
  const scheme = { objection: "term" } as Scheme;
  expect(lastObjectionDay(pack("days"), scheme, "2026-02-25")).toBe("2026-03-07");
  expect(lastObjectionDay(pack("days"), scheme, "2026-06-01")).toBe("2026-06-06");
  expect(lastObjectionDay(pack("working-days"), scheme, "2026-02-25")).toBeNull();
  expect(lastObjectionDay(pack("days"), { objection: null } as Scheme, "2026-02-25")).toBeNull();
});

test("A_result_is_objected_to_once_and_a_corrected_one_again", () => {
  expect(isObjected(published(), [])).toBe(false);
  expect(isObjected(published(), [objection("open", "2026-03-10")])).toBe(true);
  expect(isObjected(published(), [objection("turned-down", "2026-03-12")])).toBe(true);
  expect(isObjected(published({ status: "graded" }), [objection("upheld", "2026-03-12")])).toBe(true);
  expect(isObjected(published({ publishedOn: "2026-03-20" }), [objection("upheld", "2026-03-12")])).toBe(false);
});
