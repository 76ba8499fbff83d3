import { Form, Input } from "antd";
import { scoring } from "../api/evaluations";
import type { Evaluation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { NumberField } from "../shared/NumberField";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";
import { hundredths, points } from "./points";

type Values = { documentNumber: string; heldOn: string; present: string; score: number; reason: string };

const names = (text: string) =>
  text
    .split(/[\n、,，;；]+/)
    .map((name) => name.trim())
    .filter(Boolean);

/** What a meeting made of a concluded score, by its minutes. */
export function RecordModeration({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useText();
  return (
    <ActionButton<Values, Evaluation>
      label={t("登记会议评议", "Record a moderation")}
      version={evaluation.version}
      initial={{ score: (evaluation.score ?? 0) / 100 }}
      fields={
        <>
          <DocumentFields
            label={t("会议纪要文号", "Number of the minutes")}
            day={{ name: "heldOn", label: t("会议日期", "Held on") }}
          />
          <Form.Item name="present" label={t("参会人员", "Present")} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} placeholder={t("以顿号或换行分开", "Separated by commas or lines")} />
          </Form.Item>
          <NumberField name="score" label={t("评议后的得分", "Score found right")} min={0} decimals={2} />
          <ReasonField label={t("调整理由（不少于 10 字）", "Reasons (at least 10 characters)")} />
        </>
      }
      summary={(values) => [
        { label: t("原得分", "Score"), value: points(evaluation.score) },
        { label: t("评议后", "After the meeting"), value: points(hundredths(values.score)) },
        { label: t("参会人员", "Present"), value: names(values.present).join("、") },
        { label: t("理由", "Reasons"), value: values.reason },
      ]}
      consequence={t(
        "由另一人复核后生效，登记人不能复核，也不能公布。",
        "Another person confirms it; whoever records neither confirms nor publishes.",
      )}
      act={({ score, present, ...values }, act) =>
        scoring.moderate(evaluation.id, { ...values, present: names(present), scoreHundredths: hundredths(score) }, act)
      }
      done={t("已登记，等待复核", "Recorded; awaiting another person")}
    />
  );
}

export function CloseModeration({ evaluation, own }: { evaluation: Evaluation; own: boolean }) {
  const { t } = useText();
  const how = (way: "confirm" | "reject") => ({
    version: evaluation.version,
    act: (_: object, act: Parameters<typeof scoring.closeModeration>[2]) => scoring.closeModeration(evaluation.id, way, act),
  });
  return (
    <>
      <ActionButton<object, Evaluation>
        {...how("reject")}
        label={t("不采纳评议", "Strike the moderation")}
        consequence={t("得分不变。", "The score stays.")}
        done={t("未采纳", "Struck")}
      />
      <ActionButton<object, Evaluation>
        {...how("confirm")}
        label={t("复核会议评议", "Confirm the moderation")}
        barred={own && t("由您登记，须由另一人复核", "You recorded it; another person confirms it")}
        type="primary"
        consequence={t("得分和等次按会议评议调整。", "Score and grade become those of the meeting.")}
        done={t("已复核", "Confirmed")}
      />
    </>
  );
}
