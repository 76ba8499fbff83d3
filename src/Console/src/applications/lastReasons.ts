import type { Application } from "../api/types";

/** Why it came back, the last time it did. */
export function lastReasons(application: Application) {
  return application.timeline.filter((step) => step.kind === "returned").at(-1)?.fieldReasons ?? [];
}
