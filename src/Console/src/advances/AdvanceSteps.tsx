import { Steps } from "antd";
import type { Advance, PaymentStep } from "../api/types";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";

const path = ["proposed", "approved", "exported", "paid"];

/** How far a payment has come; an end before the goal is shown where it happened. */
export function AdvanceSteps({ advance, timeline }: { advance: Advance; timeline: PaymentStep[] }) {
  const { t } = useText();
  const ended = ["returned", "failed", "cancelled"].includes(advance.status);
  const reached = advance.paidOn ? 3 : advance.exportedOn ? 2 : advance.approvedOn ? 1 : 0;
  const days = [timeline[0]?.on, advance.approvedOn, advance.exportedOn, advance.paidOn];
  const names = [t("提出", "Proposed"), t("复核", "Approved"), t("导出", "Exported"), t("拨付", "Paid")];
  return (
    <Steps
      size="small"
      responsive
      current={ended ? reached + 1 : reached}
      status={ended ? "error" : advance.status === "paid" ? "finish" : "process"}
      items={[
        ...path
          .slice(0, ended ? reached + 1 : path.length)
          .map((_, index) => ({ title: names[index], content: days[index] ?? "" })),
        ...(ended ? [{ title: t(statusText(advance.status, "advance")), content: advance.endedOn ?? "" }] : []),
      ]}
    />
  );
}
