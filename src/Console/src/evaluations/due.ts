import type { DueEvaluation } from "../api/evaluations";
import type { Text } from "../shell/text";

/** How far a yearly evaluation has come; what it waits for first. */
export function stateOf({ state, missing, bodies, graded, published, register }: DueEvaluation): Text {
  if (missing) {
    return { zh: `“${missing.label.zh}”中没有施行的指标体系`, en: `No indicator system in force in '${missing.label.en}'` };
  }
  if (state === "not-opened") {
    return { zh: "未启动", en: "Not opened" };
  }
  if (state === "drafted") {
    return { zh: `待下达（${bodies} 家）`, en: `To be ordered (${bodies})` };
  }
  return register
    ? { zh: `已评 ${graded}/${bodies}`, en: `${graded} of ${bodies} evaluated` }
    : { zh: `已定等次 ${graded}/${bodies}，已公布 ${published}`, en: `${graded} of ${bodies} graded, ${published} published` };
}

/** Where it is gone on with. */
export function addressOf({ programme, missing, roundId, register }: DueEvaluation): string {
  if (missing) {
    return `/registers/${programme}/${missing.name}`;
  }
  return roundId ? `/evaluation-rounds/${roundId}` : register ? `/registers/${programme}/${register}` : "/evaluation-rounds";
}
