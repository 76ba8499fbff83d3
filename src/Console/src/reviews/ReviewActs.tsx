import { Form, Input, Radio } from "antd";
import { type Correction, reporting } from "../api/reporting";
import type { Review } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Cited } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useWords } from "../shared/programmes";
import { useText } from "../shell/text";

function GradeFields({ review }: { review: Review }) {
  const { t } = useText();
  const { pack } = useWords(review.programme);
  const ratios = pack?.parameters.flatMap((parameter) => parameter.values).findLast((value) => value.value.ratios);
  return (
    <>
      <Form.Item name="grade" label={t("考核等次", "Grade")} rules={[{ required: true }]}>
        <Radio.Group
          options={(pack?.grades ?? []).map((grade) => ({
            value: grade.key,
            label: `${t(grade.label)}${ratios?.value.ratios?.[grade.key] ? ` · ${ratios.value.ratios[grade.key]}` : ""}`,
          }))}
        />
      </Form.Item>
      {ratios && (
        <p className="secondary">
          {t("各等次对应的应补助比例", "Share of the advance that each grade keeps")} <Cited citation={ratios} />
        </p>
      )}
      <Form.Item name="justification" label={t("考核理由", "Reasons")} rules={[{ required: true, min: 10 }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} showCount />
      </Form.Item>
    </>
  );
}

export function GradeReview({ review }: { review: Review }) {
  const { t } = useText();
  const words = useWords(review.programme);
  return (
    <ActionButton<{ grade: string; justification: string }, Review>
      label={t("评定等次", "Grade")}
      type={review.status === "due" ? "primary" : "default"}
      version={review.version}
      fields={<GradeFields review={review} />}
      summary={(values) => [
        { label: t("机构与年度", "Body and year"), value: `${review.institutionName} · ${review.fiscalYear}` },
        { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={review.paidFen} /> },
        { label: t("等次", "Grade"), value: words.grade(values.grade) },
        { label: t("理由", "Reasons"), value: values.justification },
      ]}
      consequence={
        review.status === "graded" && review.publishedGrade
          ? t(
              "等次由另一人公布后生效；选择已公布的等次即撤回待公布的更正。",
              "It takes effect once another person publishes it; choosing the published grade takes the pending correction back.",
            )
          : t("等次由另一人公布后生效。", "It takes effect once another person publishes it.")
      }
      act={(values, act) => reporting.grade(review.id, values, act)}
      done={t("已提出等次，等待公布", "Graded; awaiting publication")}
    />
  );
}

export function PublishReview({ review, own }: { review: Review; own: boolean }) {
  const { t } = useText();
  const words = useWords(review.programme);
  return (
    <ActionButton<{ documentNumber: string }, Review>
      label={t("公布结果", "Publish")}
      type="primary"
      barred={own && t("等次由您提出，须由另一人公布", "You proposed the grade; another person publishes it")}
      version={review.version}
      fields={
        <Form.Item name="documentNumber" label={t("公布文件文号", "Document number")} rules={[{ required: true }]}>
          <Input placeholder={t("〔2027〕1号", "No. 1 of 2027")} />
        </Form.Item>
      }
      summary={(values) => [
        { label: t("机构与年度", "Body and year"), value: `${review.institutionName} · ${review.fiscalYear}` },
        { label: t("等次", "Grade"), value: words.grade(review.grade) },
        { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={review.paidFen} /> },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t(
        "公布后即按等次核定应补助金额，多拨付的部分开立追缴。",
        "Publication fixes what was due; what was paid beyond it opens a clawback.",
      )}
      act={({ documentNumber }, act) => reporting.publish(review.id, documentNumber, act)}
      done={t("已公布，等待财务结算", "Published; it waits for its settlement")}
    />
  );
}

export function CorrectReview({ review }: { review: Review }) {
  const { t } = useText();
  const words = useWords(review.programme);
  return (
    <ActionButton<Correction, Review>
      label={t("更正结果", "Correct")}
      version={review.version}
      fields={
        <>
          <GradeFields review={review} />
          <Form.Item name="documentNumber" label={t("更正文件文号", "Document number")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("原等次", "Published grade"), value: words.grade(review.publishedGrade) },
        { label: t("更正为", "Corrected to"), value: words.grade(values.grade) },
        { label: t("理由", "Reasons"), value: values.justification },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t("更正后重新核定应补助金额与追缴金额。", "What was due and the clawback are fixed anew.")}
      act={(values, act) => reporting.correct(review.id, values, act)}
      done={t("已更正", "Corrected")}
    />
  );
}
