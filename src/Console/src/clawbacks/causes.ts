import type { Clawback } from "../api/types";
import type { Text } from "../shell/text";

/** Why money is claimed back: ZS-07, ZS-08. */
export const causes: Record<Clawback["cause"], Text> = {
  "over-advance": { zh: "多拨付", en: "Paid too much" },
  deadline: { zh: "逾期未认定", en: "Deadline missed" },
};
