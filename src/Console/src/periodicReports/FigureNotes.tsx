import { Button, Input, Tag } from "antd";
import type { Outlier, Prefill, RemarkableChange } from "../api/cycles";
import { Clause } from "../shared/Clause";
import { figure } from "../shared/figures";
import { useText } from "../shell/text";

/** Where a prefilled answer comes from; it is no statement until somebody takes it over or changes it. */
export function PrefillMark({ prefill, adopt }: { prefill: Prefill; adopt: () => void }) {
  const { t } = useText();
  return (
    <div className="secondary">
      <Tag color="gold">{t("预填，待核对", "Prefilled, not checked")}</Tag>
      {t(prefill.zh, prefill.en)}{" "}
      <Button size="small" type="link" onClick={adopt}>
        {t("采用", "Take over")}
      </Button>
    </div>
  );
}

type ChangeProps = {
  change: RemarkableChange;
  amount: boolean;
  explain?: (text: string) => void;
  explanation: string | undefined;
};

/** A figure far from last year's: a remark that stops nothing, and room to say why. */
export function ChangeMark({ change, amount, explain, explanation }: ChangeProps) {
  const { t, language } = useText();
  const name = amount ? "amountFen" : "";
  return (
    <div>
      <Tag color="warning">
        {t(
          `上年同期 ${figure(name, change.before, language)}，本期 ${figure(name, change.now, language)}，变化超过 ${change.beyond}`,
          `${figure(name, change.before, language)} last year, ${figure(name, change.now, language)} now: a change of more than ${change.beyond}`,
        )}
      </Tag>
      <Clause id={change.clause} />
      {explain ? (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={1000}
          aria-label={t("变化说明", "Why it changed")}
          placeholder={t("可说明变化原因（不影响报送）", "You may say why; the report can be handed in without it")}
          value={explanation ?? ""}
          onChange={(event) => explain(event.target.value)}
        />
      ) : (
        explanation && <div className="secondary">{t(`说明：${explanation}`, `Explanation: ${explanation}`)}</div>
      )}
    </div>
  );
}

/** A figure far from its like; shown to whoever reads. */
export function OutlierMark({ outlier, amount }: { outlier: Outlier; amount: boolean }) {
  const { t, language } = useText();
  const median = figure(amount ? "amountFen" : "", outlier.median, language);
  return (
    <Tag color="orange">
      {outlier.against === "own-past"
        ? t(`明显偏离本机构以往水平（中位数 ${median}）`, `Far from the body's own past (median ${median})`)
        : t(`明显偏离同类机构（中位数 ${median}）`, `Far from its category (median ${median})`)}
      {outlier.claimed && t("，自报", ", claimed")}
    </Tag>
  );
}
