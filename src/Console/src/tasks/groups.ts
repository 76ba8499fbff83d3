import type { Board, BoardTask } from "../api/types";
import { statusText } from "../shared/statuses";
import type { Text } from "../shell/text";
import { statuses } from "./statuses";

export type TaskGroup = { key: string; label: Text; span?: string; tasks: BoardTask[] };
type Grouped = Pick<Board, "tasks" | "phases">;

/** The last day that counts for any of a task's units; none where document and timetables name none. */
export const lastDayOf = (task: Pick<BoardTask, "due" | "duties">): string | undefined =>
  task.duties
    .flatMap((duty) => duty.dueOn ?? duty.until ?? [])
    .sort()
    .at(-1) ??
  task.due ??
  undefined;

/** The tasks by where they stand: what is late first. */
export const byStatus = ({ tasks }: Grouped): TaskGroup[] =>
  filled(
    statuses.map((status) => ({
      key: status,
      label: statusText(status, "duty"),
      tasks: tasks.filter((task) => task.status === status),
    })),
  );

/** The tasks by the phase of the plan in which they are due; what recurs or has no day of its own stands at the end. */
export function byPhase({ tasks, phases }: Grouped): TaskGroup[] {
  const phaseOf = (task: BoardTask) => {
    const day = task.yearly ? undefined : lastDayOf(task);
    return phases.find((phase) => day && phase.from <= day && day <= phase.until)?.name;
  };
  return filled([
    ...phases.map((phase) => ({
      key: phase.name,
      label: phase.label,
      span: `${phase.from} — ${phase.until}`,
      tasks: tasks.filter((task) => phaseOf(task) === phase.name),
    })),
    {
      key: "yearly",
      label: { zh: "每年办理", en: "Every year" },
      tasks: tasks.filter((task) => task.yearly),
    },
    {
      key: "always",
      label: { zh: "长期任务（无单独期限）", en: "Without a day of their own" },
      tasks: tasks.filter((task) => !task.yearly && !phaseOf(task)),
    },
  ]);
}

/** How far a task has come: the mean of its units, one that is done counting whole; only to draw a bar. */
export function progressOf({ duties }: Pick<BoardTask, "duties">): number {
  const percents = duties.map((duty) => (duty.status === "done" ? 100 : (duty.percent ?? 0)));
  return percents.length === 0 ? 0 : Math.floor(percents.reduce((sum, one) => sum + one, 0) / percents.length);
}

const dayMs = 86_400_000;

/** By how many days the latest of its units is late; 0 where none is. */
export const daysLate = ({ duties }: Pick<BoardTask, "duties">, on: string): number =>
  Math.max(
    0,
    ...duties.map((duty) => (duty.status === "late" && duty.dueOn ? (Date.parse(on) - Date.parse(duty.dueOn)) / dayMs : 0)),
  );

const filled = (groups: TaskGroup[]) => groups.filter((group) => group.tasks.length > 0);
