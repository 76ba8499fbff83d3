import { Form, Input, Radio } from "antd";
import { standing } from "../api/standing";
import type { Institution, Opinion, OpinionRegistration } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { opinionKind, opinionKinds, projectLevels } from "./words";

/** A recognised centre enters an opinion or report into its register (ZS-32); the number is the next one. */
export function RegisterOpinion({ institution }: { institution: Institution }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<OpinionRegistration, Opinion>
      label={t("登记意见或报告", "Register one")}
      initial={{ issuedOn: today, priority: false }}
      fields={
        <>
          <Form.Item name="kind" label={t("类别", "Kind")} rules={[{ required: true }]}>
            <Radio.Group options={opinionKinds.map(([value, name]) => ({ value, label: t(name) }))} />
          </Form.Item>
          <Form.Item name="project" label={t("科技计划项目", "Project")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="projectLevel" label={t("项目级别", "Level")} rules={[{ required: true }]}>
            <Radio.Group options={projectLevels.map(([value, name]) => ({ value, label: t(name) }))} />
          </Form.Item>
          <ReasonField name="conclusion" label={t("结论", "Conclusion")} />
          <Form.Item name="issuedOn" label={t("出具日期", "Issued on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="priority" label={t("是否建议优先纳入", "To be taken first")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: true, label: t("是", "Yes") },
                { value: false, label: t("否", "No") },
              ]}
            />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("类别", "Kind"), value: t(opinionKind(values.kind)) },
        { label: t("项目", "Project"), value: values.project },
        { label: t("结论", "Conclusion"), value: values.conclusion },
        { label: t("出具日期", "Issued on"), value: values.issuedOn },
      ]}
      consequence={t("登记后编号连续，不得修改。", "Numbered without gaps; it is never changed.")}
      act={(values, act) => standing.registerOpinion(institution.id, values, act)}
      done={t("已登记", "Registered")}
    />
  );
}
