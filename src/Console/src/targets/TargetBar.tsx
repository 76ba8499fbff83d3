import { Tag } from "antd";
import type { Target } from "../api/types";
import { type Text, useText } from "../shell/text";
import { shareOf, stateOf, type TargetState } from "./standing";

export const stateNames: Record<TargetState, Text> = {
  met: { zh: "已达到", en: "Reached" },
  "under-way": { zh: "推进中", en: "Under way" },
  behind: { zh: "未达到", en: "Not reached" },
  unmeasured: { zh: "尚无数据", en: "No figures" },
};

const colours: Record<TargetState, string> = {
  met: "success",
  "under-way": "processing",
  behind: "error",
  unmeasured: "default",
};

/** Where a target stands, with the share reached as a small bar. */
export function TargetBar({ target, on }: { target: Target; on: string }) {
  const { t } = useText();
  const [state, share] = [stateOf(target, on), shareOf(target, on)];
  return (
    <div className="target-bar">
      <Tag color={colours[state]}>{t(stateNames[state])}</Tag>
      {share !== null && (
        <>
          <span className="cap-bar" aria-hidden="true">
            <span className="cap-paid" style={{ width: `${Math.min(100, share)}%` }} />
          </span>
          <span>{share}%</span>
        </>
      )}
      {target.actual && target.kind !== "amount" && (
        <span className="secondary">{t(`实际 ${target.actual}`, `actual ${target.actual}`)}</span>
      )}
    </div>
  );
}
