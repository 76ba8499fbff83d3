import { expect, test } from "vitest";
import type { Board, BoardTask, TaskDuty } from "../api/types";
import { byPhase, byStatus, daysLate, progressOf } from "./groups";

const duty = (more: Partial<TaskDuty> = {}) =>
  ({ status: "under-way", percent: null, dueOn: null, until: null, ...more }) as TaskDuty;
const task = (name: string, more: Partial<BoardTask> = {}) =>
  ({ name, status: "under-way", due: null, yearly: false, duties: [duty()], ...more }) as BoardTask;
const phases = [
  { name: "start", label: { zh: "启动", en: "Start" }, from: "2021-01-01", until: "2022-12-31" },
  { name: "build", label: { zh: "建设", en: "Build" }, from: "2023-01-01", until: "2025-12-31" },
] as Board["phases"];
const told = (groups: ReturnType<typeof byStatus>) => groups.map((group) => [group.key, ...group.tasks.map((one) => one.name)]);

test("What_is_late_stands_first_and_an_empty_group_is_not_shown", () => {
  const tasks = [task("a"), task("b", { status: "late" }), task("c", { status: "done" })];

  expect(told(byStatus({ tasks, phases }))).toEqual([
    ["late", "b"],
    ["under-way", "a"],
    ["done", "c"],
  ]);
});

test("A_task_belongs_to_the_phase_in_which_its_last_day_lies_both_ends_inside", () => {
  const tasks = [
    task("edge", { due: "2022-12-31" }),
    task("next", { due: "2023-01-01" }),
    task("timetable", { due: "2022-06-30", duties: [duty({ dueOn: "2022-06-30" }), duty({ until: "2024-01-01" })] }),
    task("every-year", { yearly: true, duties: [duty({ dueOn: "2022-12-31" })] }),
    task("open-ended"),
    task("beyond", { due: "2030-01-01" }),
  ];

  expect(told(byPhase({ tasks, phases }))).toEqual([
    ["start", "edge"],
    ["build", "next", "timetable"],
    ["yearly", "every-year"],
    ["always", "open-ended", "beyond"],
  ]);
});

test("Progress_is_the_mean_of_the_units_and_what_is_done_counts_whole", () => {
  expect(progressOf(task("a", { duties: [duty({ status: "done", percent: 40 }), duty({ percent: 25 }), duty()] }))).toBe(41);
  expect(progressOf(task("a", { duties: [] }))).toBe(0);
});

test("A_task_is_late_by_its_latest_unit_and_one_that_is_done_is_not", () => {
  const late = duty({ status: "late", dueOn: "2025-12-31" });

  expect(daysLate(task("a", { duties: [late, duty({ status: "late", dueOn: "2025-12-01" })] }), "2026-01-02")).toBe(32);
  expect(daysLate(task("a", { duties: [duty({ status: "done", dueOn: "2025-12-01" })] }), "2026-01-02")).toBe(0);
});
