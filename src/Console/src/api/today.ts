import { http } from "./http";
import type { Funding } from "./types";

export type DutySection = Funding["DutySection"];
export type DutyName = Funding["DutyName"];

/** One thing that waits; without `id` it is done on the list. */
export type DutyItem = Funding["DutyItem"];

/** How much of a duty waits; others' work is told by its count and sum. */
export type Duty = Funding["DutyView"];

/** A finance officer's today. */
export const fundingToday = () => http.get<Funding["TodayView"]>("/api/funding/today");
