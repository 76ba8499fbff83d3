import type { Evaluation } from "../api/types";
import type { Text } from "../shell/text";

export const evaluationKinds: Record<Evaluation["kind"], Text> = {
  yearly: { zh: "年度评价", en: "Yearly" },
  "re-evaluation": { zh: "整改复评", en: "Re-evaluation" },
};
