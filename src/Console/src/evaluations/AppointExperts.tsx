import { Form, Select } from "antd";
import { scoring } from "../api/evaluations";
import type { EvaluationRoundDetail } from "../api/types";
import { useEnrolledExperts } from "../experts/useEnrolledExperts";
import { ActionButton } from "../shared/ActionButton";
import { NumberField } from "../shared/NumberField";
import { useText } from "../shell/text";

type Values = { experts: string[]; draw?: number | null };
type AppointProps = { detail: EvaluationRoundDetail; evaluationId?: string };

/** Experts of the register, by name or by lot among those ticked; for one body, further ones or in the place of who is recused. */
export function AppointExperts({ detail, evaluationId }: AppointProps) {
  const { t } = useText();
  const enrolled = useEnrolledExperts();
  const known = enrolled.data ?? [];
  return (
    <ActionButton<Values, EvaluationRoundDetail>
      label={evaluationId ? t("增加专家", "Hear a further expert") : t("聘请专家", "Appoint experts")}
      size={evaluationId ? "small" : undefined}
      version={detail.round.version}
      fields={
        <>
          <Form.Item name="experts" label={t("专家", "Experts")} rules={[{ required: true }]}>
            <Select
              mode="multiple"
              loading={enrolled.isPending}
              showSearch={{ optionFilterProp: "label" }}
              options={known.map((one) => ({
                value: one.subject,
                label: [one.name, one.organisationName].filter(Boolean).join(" · "),
              }))}
            />
          </Form.Item>
          <NumberField
            name="draw"
            label={t("从中随机抽取人数", "How many of them by lot")}
            extra={t(
              "不填则全部聘请。与被评价单位有利害关系的专家不参加抽取；种子和备选名单留存，可复核。",
              "Left empty, all are appointed. Who has a stake is not drawn; seed and pool are kept and can be checked.",
            )}
            min={1}
            max={50}
            optional
          />
        </>
      }
      consequence={t(
        "专家所在单位是被评价单位参与方的，对该单位自动回避。",
        "An expert who works for a party of a body is recused from it.",
      )}
      act={({ experts, draw }, act) => scoring.appoint(detail.round.id, { experts, draw: draw ?? undefined, evaluationId }, act)}
      done={t("已聘请专家", "Appointed")}
    />
  );
}
