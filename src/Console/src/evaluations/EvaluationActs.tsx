import { Form, Input, Radio } from "antd";
import { type Commission, type Grading, reporting } from "../api/reporting";
import type { Evaluation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useWords } from "../shared/programmes";
import { useText } from "../shell/text";
import { ThirdPartyFields } from "./ThirdPartyFields";

type ActProps = { evaluation: Evaluation };

/** The third party's expert proposes the grade, or after publication its correction (ZS-18). */
export function GradeEvaluation({ evaluation }: ActProps) {
  const { t } = useText();
  const words = useWords(evaluation.programme);
  const published = evaluation.publications > 0;
  const pending = published && evaluation.status === "graded";
  return (
    <ActionButton<Grading, Evaluation>
      label={published ? t("提出更正", "Propose a correction") : t("评定等次", "Grade")}
      type={evaluation.status === "due" ? "primary" : "default"}
      version={evaluation.version}
      fields={
        <>
          <Form.Item name="grade" label={t("评价等次", "Grade")} rules={[{ required: true }]}>
            <Radio.Group options={(words.pack?.grades ?? []).map((grade) => ({ value: grade.key, label: t(grade.label) }))} />
          </Form.Item>
          <Form.Item name="justification" label={t("评价理由", "Reasons")} rules={[{ required: true, min: 10 }]}>
            <Input.TextArea autoSize={{ minRows: 4 }} showCount />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("机构与年度", "Body and year"), value: `${evaluation.institutionName} · ${evaluation.year}` },
        published && { label: t("已公布等次", "Published grade"), value: words.grade(evaluation.publishedGrade) },
        { label: t("等次", "Grade"), value: words.grade(values.grade) },
        { label: t("理由", "Reasons"), value: values.justification },
      ]}
      consequence={
        pending
          ? t(
              "由主管部门另一人公布后生效；选择已公布的等次即撤回待公布的更正。",
              "It takes effect once another person of the bureau publishes it; choosing the published grade takes the pending correction back.",
            )
          : t("由主管部门另一人公布后生效。", "It takes effect once another person of the bureau publishes it.")
      }
      act={(values, act) => reporting.gradeEvaluation(evaluation.id, values, act)}
      done={t("已提出等次，等待公布", "Graded; awaiting publication")}
    />
  );
}

export function PublishEvaluation({ evaluation, barred }: ActProps & { barred: string | false }) {
  const { t } = useText();
  const words = useWords(evaluation.programme);
  return (
    <ActionButton<{ documentNumber: string }, Evaluation>
      label={evaluation.publishedGrade ? t("公布更正", "Publish the correction") : t("公布结果", "Publish")}
      type="primary"
      barred={barred}
      version={evaluation.version}
      fields={<DocumentFields label={t("公布文件文号", "Document number")} />}
      summary={(values) => [
        { label: t("机构与年度", "Body and year"), value: `${evaluation.institutionName} · ${evaluation.year}` },
        !!evaluation.publishedGrade && { label: t("原等次", "Published grade"), value: words.grade(evaluation.publishedGrade) },
        { label: t("等次", "Grade"), value: words.grade(evaluation.grade) },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t(
        "政策规定作为资金考核的，公布后同时结算依据；不合格的后果由系统提出，由人确认。",
        "Where the pack says so it also serves as the review of that year's money; what a fail brings is proposed, and a person confirms it.",
      )}
      act={({ documentNumber }, act) => reporting.publishEvaluation(evaluation.id, documentNumber, act)}
      done={t("已公布", "Published")}
    />
  );
}

/** Another third party takes over what nobody has graded yet. */
export function CommissionAnother({ evaluation }: ActProps) {
  const { t } = useText();
  return (
    <ActionButton<Commission, Evaluation>
      label={t("改委托其他机构", "Give it to another third party")}
      type={evaluation.recused ? "primary" : "default"}
      version={evaluation.version}
      fields={<ThirdPartyFields />}
      act={(values, act) => reporting.commission(evaluation.id, values, act)}
      done={t("已改委托", "Given to another third party")}
    />
  );
}
