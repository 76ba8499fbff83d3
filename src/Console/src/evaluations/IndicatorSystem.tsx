import { Table } from "antd";
import type { Indicator, Scoring } from "../api/evaluations";
import type { Day } from "../api/types";
import { useWords } from "../shared/programmes";
import { useText } from "../shell/text";

/** By what experts score, with which weights, and from which score each grade begins. */
export function IndicatorSystem({ scoring, programme, on }: { scoring: Scoring; programme: string; on: Day }) {
  const { t } = useText();
  const words = useWords(programme, on);
  return (
    <section className="panel">
      <h2>{t("指标体系", "Indicator system")}</h2>
      <p className="secondary">
        {t(
          `每项 ${scoring.lowest}—${scoring.highest} 分，每家至少 ${scoring.experts} 名专家；`,
          `Each indicator from ${scoring.lowest} to ${scoring.highest}; at least ${scoring.experts} experts for each body; `,
        )}
        {scoring.dispersion !== null &&
          t(
            `得分相差超过 ${scoring.dispersion} 分的另请 ${scoring.furtherExperts} 名专家；`,
            `above ${scoring.dispersion} points apart, ${scoring.furtherExperts} more; `,
          )}
        {scoring.grades.map((one) => `${words.grade(one.grade)} ≥ ${one.from}`).join(t("，", ", "))}
      </p>
      <Table<Indicator>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={scoring.indicators}
        columns={[
          { title: t("指标", "Indicator"), render: (_, row) => t(row.label) },
          { title: t("权重", "Weight"), className: "amount", render: (_, row) => `${row.weight}%` },
        ]}
      />
    </section>
  );
}
