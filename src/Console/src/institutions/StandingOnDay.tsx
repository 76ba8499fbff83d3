import { useQuery } from "@tanstack/react-query";
import { Space } from "antd";
import { useState } from "react";
import { directory } from "../api/directory";
import { Clause } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { RefusalAlert } from "../shared/RefusalAlert";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

/** What the body was on a day, as far as was known on another: what was told on a day stays provable. */
export function StandingOnDay({ id }: { id: string }) {
  const { t } = useText();
  const [on, setOn] = useState<string>();
  const [knownOn, setKnownOn] = useState<string>();
  const answer = useQuery({
    queryKey: ["standing-on", id, on, knownOn],
    queryFn: () => directory.standing(id, on, knownOn),
    enabled: !!(on || knownOn),
  });
  const entry = answer.data?.entry;
  return (
    <section className="panel">
      <h2>{t("某日的状态", "Standing on a day")}</h2>
      <Space wrap>
        <label htmlFor="standing-on">{t("截至日期", "As of")}</label>
        <DayInput id="standing-on" value={on} onChange={(day) => setOn(day ?? undefined)} />
        <label htmlFor="standing-known">{t("按当日所知", "As known on")}</label>
        <DayInput id="standing-known" value={knownOn} onChange={(day) => setKnownOn(day ?? undefined)} />
        {answer.data &&
          (entry ? (
            <span>
              <Status value={entry.standing} of="standing" /> {t("自", "since")} {entry.effectiveFrom} · {entry.decisionNumber}{" "}
              <Clause id={entry.clause} />
            </span>
          ) : (
            <span>{t("当日尚不在册。", "Not on the register on that day.")}</span>
          ))}
      </Space>
      {answer.isError && <RefusalAlert error={answer.error} />}
    </section>
  );
}
