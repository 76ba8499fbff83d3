import { Form, Radio } from "antd";
import { recognition } from "../api/recognition";
import type { Score, ScoreSheet } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { NumberField } from "../shared/NumberField";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

/** The score, whether the conditions are met, and why; as often as one likes until the selection is concluded (ZS-15). */
export function EnterScore({ sheet }: { sheet: ScoreSheet }) {
  const { t } = useText();
  const met = (value: boolean) => (value ? t("符合", "Met") : t("不符合", "Not met"));
  return (
    <ActionButton<Score, ScoreSheet>
      label={sheet.status === "scored" ? t("修改评分", "Score again") : t("评分", "Score")}
      type="primary"
      version={sheet.version}
      initial={{
        score: sheet.score ?? undefined,
        meetsConditions: sheet.meetsConditions ?? undefined,
        justification: sheet.justification ?? undefined,
      }}
      fields={
        <>
          <NumberField name="score" label={t("评分（0—100）", "Score (0–100)")} min={0} max={100} />
          <Form.Item name="meetsConditions" label={t("是否符合认定条件", "Are the conditions met")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: true, label: met(true) },
                { value: false, label: met(false) },
              ]}
            />
          </Form.Item>
          <ReasonField name="justification" label={t("评分理由（不少于 10 字）", "Reasons (at least 10 characters)")} />
        </>
      }
      summary={(values) => [
        { label: t("评分", "Score"), value: values.score },
        { label: t("认定条件", "Conditions"), value: met(values.meetsConditions) },
        { label: t("理由", "Reasons"), value: values.justification },
      ]}
      act={(score, act) => recognition.score(sheet.id, score, act)}
      done={t("评分已保存", "Scored")}
    />
  );
}
