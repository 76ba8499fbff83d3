import { Tag } from "antd";
import type { MonitoredGap } from "../api/types";
import { Clause } from "../shared/Clause";
import { useText } from "../shell/text";

/** What ought to be on file and is not, with the clause that asks for it (ZS-24, ZS-27, ZS-31). */
export function Gaps({ gaps }: { gaps: MonitoredGap[] }) {
  const { t } = useText();
  if (gaps.length === 0) {
    return <span className="secondary">{t("齐备", "Complete")}</span>;
  }
  return gaps.map((gap) => (
    <div key={`${gap.kind}-${gap.title ?? ""}`} className="gap">
      {t(gap.label)}
      {gap.title && t(`（${gap.title}）`, ` (${gap.title})`)}{" "}
      {gap.reason === "expired" ? (
        <Tag color="warning">{t(`${gap.expiredOn} 到期`, `ran out on ${gap.expiredOn}`)}</Tag>
      ) : (
        <Tag color="error">{t("缺", "missing")}</Tag>
      )}
      <Clause id={gap.clause} />
    </div>
  ));
}
