import { Alert } from "antd";
import type { Overdue } from "../api/registers";
import { Clause } from "../shared/Clause";
import { useText } from "../shell/text";

/** That an entry still waits after its term: told from the first day on, whether anybody has recorded it or not. */
export function OverdueAlerts({ overdue }: { overdue: Overdue[] }) {
  const { t } = useText();
  return overdue.map((one) => (
    <Alert
      key={one.reminder}
      className="gap"
      type="warning"
      showIcon
      title={
        <>
          {t(one)} <Clause id={one.clause} />
        </>
      }
      description={t(
        `自 ${one.since} 起算，最后一日为 ${one.lastDay}。`,
        `It runs since ${one.since}; the last day was ${one.lastDay}.`,
      )}
    />
  ));
}
