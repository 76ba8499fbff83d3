import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { reporting } from "../api/reporting";
import type { Analysis, Monitoring } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** What the city made of a span; a later analysis stands beside the earlier one (ZS-23). */
export function Analyses({ round }: { round: Monitoring["round"] }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const analyses = useQuery({
    queryKey: ["analyses", round.programme, round.year, round.number],
    queryFn: () => reporting.analyses({ programme: round.programme, year: String(round.year), round: String(round.number) }),
  });
  return (
    <section className="panel">
      <h2>{t("监测分析", "Analysis")}</h2>
      <Loaded query={analyses}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t("还没有分析", "No analysis yet")} />
          ) : (
            items.map((one) => (
              <article key={one.id} className="analysis">
                <p className="answer-text">{one.text}</p>
                <p className="secondary">
                  {one.byName} · {instant(one.recordedAt)}
                </p>
              </article>
            ))
          )
        }
      </Loaded>
      {city && (
        <ActionButton<{ text: string }, Analysis>
          label={t("记录监测分析", "Record an analysis")}
          title={t(`${round.year} 年第 ${round.number} 期监测分析`, `Analysis of ${round.year}, no. ${round.number}`)}
          fields={
            <Form.Item name="text" label={t("分析", "Analysis")} rules={[{ required: true, min: 10 }]}>
              <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={20_000} showCount />
            </Form.Item>
          }
          act={({ text }, act) =>
            reporting.recordAnalysis({ programme: round.programme, year: round.year, round: round.number, text }, act)
          }
          done={t("已记录", "Recorded")}
        />
      )}
    </section>
  );
}
