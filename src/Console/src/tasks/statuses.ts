import type { DutyStatus } from "../api/types";

/** In the order of the board: what is late stands first. */
export const statuses: DutyStatus[] = ["late", "under-way", "not-begun", "done"];
