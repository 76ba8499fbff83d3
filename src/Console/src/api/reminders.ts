import type { Text } from "../shell/text";
import { http, type Page } from "./http";
import type { Day } from "./types";

const root = "/api/registry/reminders";

/** What a pack reminds of, with how many it is about today. */
export type ReminderSummary = {
  programme: string;
  name: string;
  label: Text;
  clause: string;
  kind: "missing" | "overdue";
  register: string;
  /** Of whom an entry is missing: `institution` or a register. */
  of: string | null;
  /** The year whose entry is missing, where it is asked for year by year. */
  year: number | null;
  count: number;
  /** Whether there are more than were counted. */
  more: boolean;
  /** Whether one of the caller's roles does what it reminds of. */
  waitsForMe: boolean;
};

/** A body, or an entry of `register`, that a reminder is about. */
export type ReminderRow = {
  id: string;
  register: string | null;
  number: number | null;
  title: string;
  district: string | null;
  since: Day | null;
  lastDay: Day | null;
  opens: boolean;
};

export const reminders = {
  /** Of one programme or of all, about everything or about one body or entry. */
  all: (query: { programme?: string; about?: string } = {}) => http.get<{ items: ReminderSummary[] }>(root, query),
  rows: (programme: string, reminder: string, query: Record<string, string | undefined>) =>
    http.get<Page<ReminderRow>>(`${root}/${programme}/${reminder}`, query),
};
