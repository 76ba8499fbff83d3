import type { ReminderSummary } from "../api/reminders";

type Named = Pick<ReminderSummary, "programme" | "name">;

/** Where all that a reminder is about is listed, or what of it is about one institution. */
export const reminderAddress = ({ programme, name }: Named, about?: string) =>
  `/registers/reminders/${programme}/${name}${about ? `?${new URLSearchParams({ about })}` : ""}`;

/** How many it is about, as far as they were counted. */
export const countOf = ({ count, more }: Pick<ReminderSummary, "count" | "more">) => `${count}${more ? "+" : ""}`;
