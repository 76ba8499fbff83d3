import type { Target } from "../api/types";
import { useText } from "../shell/text";

/** The whole that a target's bar is measured against: of a ratio all there are, of a number the number wanted. */
export function wholeOf(target: Pick<Target, "of" | "wanted">): number | null {
  const wanted = Number(target.wanted);
  return target.of ?? (Number.isInteger(wanted) && wanted > 0 ? wanted : null);
}

/** How much of a target is reached, by integers, only to draw a width. */
export function shareOf(target: Pick<Target, "of" | "wanted" | "reached">): number {
  const whole = wholeOf(target);
  return whole === null || target.reached === null || target.reached === undefined
    ? 0
    : Math.min(100, Math.floor((target.reached * 100) / whole));
}

export function TargetBar({ target }: { target: Target }) {
  const { t } = useText();
  const whole = wholeOf(target);
  if (target.reached === null || target.reached === undefined || whole === null) {
    return <p className="secondary">{t("平台不测算此项。", "The platform does not measure this one.")}</p>;
  }
  return (
    <figure className="cap">
      <div className="cap-bar" aria-hidden="true">
        <span className="cap-paid" style={{ width: `${shareOf(target)}%` }} />
      </div>
      <figcaption>
        <strong>{t(`已达到 ${target.reached} / ${whole}`, `${target.reached} of ${whole} reached`)}</strong>
      </figcaption>
    </figure>
  );
}
