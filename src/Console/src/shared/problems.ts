import type { Problem } from "../api/problem";

/** What is wrong with one field of a form, or one cell of a file, in both languages, and the clause that asks for it. */
export type FieldProblem = { field: string; clauseId?: string; zh: string; en: string; line?: number; column?: string };

/** The fields at fault that a refusal lists. */
export function problemsOf(problem: Problem): FieldProblem[] {
  const listed = problem.inputs?.problems;
  return Array.isArray(listed) ? (listed as FieldProblem[]) : [];
}
