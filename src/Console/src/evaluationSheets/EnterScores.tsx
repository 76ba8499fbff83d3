import { Form, Input } from "antd";
import { type EvaluationSheet, type IndicatorScore, scoring } from "../api/evaluations";
import { points } from "../evaluations/points";
import { ActionButton } from "../shared/ActionButton";
import { NumberField } from "../shared/NumberField";
import { useText } from "../shell/text";

type Values = { scores: { score: number; justification: string }[] };

/** A score and its reasons for every indicator, in their order: the tab key goes from field to field. */
export function EnterScores({ sheet }: { sheet: EvaluationSheet }) {
  const { t } = useText();
  const lines = ({ scores }: Values): IndicatorScore[] =>
    sheet.indicators.map((indicator, index) => ({
      indicator: indicator.name,
      score: scores[index]?.score ?? sheet.lowest,
      justification: scores[index]?.justification ?? "",
    }));
  const total = (values: Values) =>
    lines(values).reduce((sum, line, index) => sum + line.score * (sheet.indicators[index]?.weight ?? 0), 0);
  return (
    <ActionButton<Values, EvaluationSheet>
      label={sheet.status === "scored" ? t("修改评分", "Score again") : t("评分", "Score")}
      type="primary"
      version={sheet.version}
      initial={{
        scores: sheet.indicators.map((indicator) => {
          const given = sheet.scores.find((line) => line.indicator === indicator.name);
          return { score: given?.score as number, justification: given?.justification ?? "" };
        }),
      }}
      fields={sheet.indicators.map((indicator, index) => (
        <fieldset key={indicator.name}>
          <legend>
            {index + 1}. {t(indicator.label)}{" "}
            <span className="secondary">{t(`权重 ${indicator.weight}%`, `weight ${indicator.weight} %`)}</span>
          </legend>
          <NumberField
            name={["scores", index, "score"]}
            label={t(`评分（${sheet.lowest}—${sheet.highest}）`, `Score (${sheet.lowest}–${sheet.highest})`)}
            min={sheet.lowest}
            max={sheet.highest}
            aria-label={t(indicator.label)}
          />
          <Form.Item
            name={["scores", index, "justification"]}
            label={t("理由（不少于 5 字）", "Reasons (at least 5 characters)")}
            rules={[{ required: true, min: 5, whitespace: true }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
        </fieldset>
      ))}
      summary={(values) => [
        ...sheet.indicators.map((indicator, index) => ({
          label: `${t(indicator.label)} (${indicator.weight}%)`,
          value: values.scores[index]?.score,
        })),
        { label: t("加权得分", "Total"), value: points(total(values)) },
      ]}
      consequence={t(
        "汇总前可以修改，其他人看不到您的评分。",
        "You may change it until the conclusion; nobody else sees it before.",
      )}
      act={(values, act) => scoring.score(sheet.id, lines(values), act)}
      done={t("评分已保存", "Scored")}
    />
  );
}
