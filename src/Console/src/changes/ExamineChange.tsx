import { Form, Input, Radio } from "antd";
import { standing } from "../api/standing";
import type { ChangeExamination, MajorChange, Pack } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DocumentFields } from "../shared/DocumentFields";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

type Values = {
  findings: Record<string, { met: boolean; note?: string }>;
  reason: string;
  documentNumber?: string;
  decidedOn?: string;
};

/** The city holds the changed body against each condition again (ZS-21, ZS-09…12); the conclusion is what the findings say. */
export function ExamineChange({ change }: { change: MajorChange }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const pack = usePack(change.programme).data;
  const clauses = pack?.examinedClauses ?? [];
  const merges = change.absorbsId !== null;
  const conforms = ({ findings }: Values) => clauses.every((clause) => findings[clause]?.met);
  const examination = (values: Values): ChangeExamination => ({
    conforms: conforms(values),
    findings: clauses.map((clause) => ({
      clause,
      met: values.findings[clause]?.met ?? false,
      note: values.findings[clause]?.note || undefined,
    })),
    reason: values.reason,
    documentNumber: merges ? values.documentNumber : undefined,
    decidedOn: merges ? values.decidedOn : undefined,
  });
  return (
    <ActionButton<Values, MajorChange>
      label={t("审核", "Examine")}
      type="primary"
      disabled={clauses.length === 0}
      version={change.version}
      initial={{ decidedOn: today }}
      fields={
        <>
          {clauses.map((clause) => (
            <Finding key={clause} clause={pack?.clauses.find((one) => one.id === clause)} id={clause} />
          ))}
          <ReasonField label={t("审核意见", "Reasons")} />
          {merges && (
            <DocumentFields
              label={t("合并文号", "Document number")}
              day={{ name: "decidedOn", label: t("日期", "Decided on") }}
            />
          )}
        </>
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: change.institutionName },
        {
          label: t("结论", "Conclusion"),
          value: conforms(values)
            ? t("仍符合认定条件，资格不变", "Still conforms; standing kept")
            : t("不再符合认定条件", "No longer conforms"),
        },
        { label: t("审核意见", "Reasons"), value: values.reason },
      ]}
      consequence={t(
        "不再符合条件的，提出取消认定，由另一人决定。",
        "Where it no longer conforms, cancellation is proposed and another person decides.",
      )}
      act={(values, act) => standing.examineChange(change.id, examination(values), act)}
      done={t("审核已记录", "Examined")}
    />
  );
}

function Finding({ id, clause }: { id: string; clause: Pack["clauses"][number] | undefined }) {
  const { t } = useText();
  return (
    <fieldset className="list-input">
      <legend>
        {clause ? t(clause.title) : id} <Clause id={id} quote={clause?.quote} />
      </legend>
      <Form.Item name={["findings", id, "met"]} label={t("结论", "Finding")} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: t("仍符合", "Met") },
            { value: false, label: t("不符合", "Not met") },
          ]}
        />
      </Form.Item>
      <Form.Item name={["findings", id, "note"]} label={t("说明", "Note")}>
        <Input maxLength={2000} />
      </Form.Item>
    </fieldset>
  );
}
