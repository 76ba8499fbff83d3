import { funding } from "../api/funding";
import type { Appropriation } from "../api/types";

/** The years whose money may be used, newest first. A programme has one a year, so that a page holds them all. */
export async function openAppropriations(): Promise<Appropriation[]> {
  const page = await funding.appropriations({ limit: "100" });
  return page.items.filter((one) => one.status === "open").sort((a, b) => b.fiscalYear - a.fiscalYear);
}
