import { Form, Radio, Select } from "antd";
import { type EvaluationObjection, type ObjectionDecision, scoring } from "../api/evaluations";
import type { Evaluation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { NumberField } from "../shared/NumberField";
import { useWords } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";
import { hundredths, points } from "./points";

/** The body objects to its published result. */
export function FileObjection({ evaluation, barred }: { evaluation: Evaluation; barred: string | false }) {
  const { t } = useText();
  return (
    <ActionButton<{ statement: string }, EvaluationObjection>
      label={t("提出异议", "Object")}
      barred={barred}
      version={evaluation.version}
      fields={
        <ReasonField
          name="statement"
          label={t("异议的事实和理由（不少于 10 字）", "Facts and reasons (at least 10 characters)")}
        />
      }
      act={({ statement }, act) => scoring.object(evaluation.id, statement, act)}
      done={t("异议已提交", "Filed")}
    />
  );
}

type Values = { upheld: boolean; reason: string; documentNumber: string; score?: number; grade?: string };

type DecideProps = { objection: EvaluationObjection; evaluation: Evaluation; barred: string | false };

/** The city decides; an upheld objection brings the correction, which another person publishes. */
export function DecideObjection({ objection, evaluation, barred }: DecideProps) {
  const { t } = useText();
  const words = useWords(evaluation.programme, evaluation.publishedOn);
  const decision = ({ score, grade, ...values }: Values): ObjectionDecision => ({
    ...values,
    scoreHundredths: values.upheld && score !== undefined ? hundredths(score) : undefined,
    grade: values.upheld ? grade : undefined,
  });
  return (
    <ActionButton<Values, EvaluationObjection>
      label={t("处理异议", "Decide the objection")}
      barred={barred}
      type="primary"
      version={objection.version}
      initial={{ upheld: false }}
      fields={
        <>
          <Form.Item name="upheld" label={t("处理结论", "Decision")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: true, label: t("异议成立", "Upheld") },
                { value: false, label: t("异议不成立", "Turned down") },
              ]}
            />
          </Form.Item>
          <CorrectionField evaluation={evaluation} />
          <DocumentFields label={t("处理文件文号", "Number of the decision")} />
          <ReasonField label={t("处理理由（不少于 10 字）", "Reasons (at least 10 characters)")} />
        </>
      }
      summary={(values) => [
        { label: t("结论", "Decision"), value: values.upheld ? t("异议成立", "Upheld") : t("异议不成立", "Turned down") },
        {
          label: t("已公布", "Published"),
          value: [words.grade(evaluation.publishedGrade), evaluation.publishedScore !== null && points(evaluation.publishedScore)]
            .filter(Boolean)
            .join(" · "),
        },
        values.upheld &&
          values.score !== undefined && { label: t("更正得分", "Corrected score"), value: points(hundredths(values.score)) },
        values.upheld && !!values.grade && { label: t("更正等次", "Corrected grade"), value: words.grade(values.grade) },
        { label: t("理由", "Reasons"), value: values.reason },
      ]}
      consequence={t(
        "成立的，由另一人公布更正；作为资金考核的，结算随之更正。",
        "If upheld, another person publishes the correction; where it serves as the money's review, the settlement follows.",
      )}
      act={(values, act) => scoring.decide(objection.id, decision(values), act)}
      done={t("异议已处理", "Decided")}
    />
  );
}

function CorrectionField({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useText();
  const words = useWords(evaluation.programme, evaluation.publishedOn);
  if (!Form.useWatch("upheld")) {
    return null;
  }
  return evaluation.publishedScore !== null ? (
    <NumberField name="score" label={t("更正后的得分", "Corrected score")} min={0} decimals={2} />
  ) : (
    <Form.Item name="grade" label={t("更正后的等次", "Corrected grade")} rules={[{ required: true }]}>
      <Select options={(words.pack?.grades ?? []).map((grade) => ({ value: grade.key, label: t(grade.label) }))} />
    </Form.Item>
  );
}
