import type { DeadlineClock } from "../api/types";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

type Clock = Pick<DeadlineClock, "daysLeft"> & { stage?: string | null };

/** How a body's clock stands: kept on its last day, missed the day after (P-2). */
export function DaysLeft({ clock }: { clock: Clock }) {
  const { t } = useText();
  return (
    <>
      {clock.stage && <Status value={clock.stage} of="deadline" />}{" "}
      {typeof clock.daysLeft === "number" && (
        <span>
          {clock.daysLeft === 0 ? t("今日期满", "ends today") : t(`剩 ${clock.daysLeft} 天`, `${clock.daysLeft} days left`)}
        </span>
      )}
    </>
  );
}
