import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { registry } from "../api/registry";
import type { Application, ConstructionEntry, Institution } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** The city enters a recommended body as under construction by a numbered decision (ZS-30), or refuses it. */
export function CityDecision({ application }: { application: Application }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <>
      <ActionButton<{ reason: string }, Application>
        label={t("不予列入", "Refuse")}
        danger
        version={application.version}
        fields={
          <Form.Item
            name="reason"
            label={t("理由（告知申报主体）", "Reason (told to the applicant)")}
            rules={[{ required: true }]}
          >
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={2000} showCount />
          </Form.Item>
        }
        act={({ reason }, act) => registry.refuseApplication(application.id, reason, act)}
        done={t("已决定不予列入", "Refused")}
      />
      <ActionButton<ConstructionEntry, Institution>
        label={t("列入建设", "Enter as under construction")}
        type="primary"
        version={application.version}
        initial={{ decidedOn: today, projectName: application.title ?? "" }}
        fields={
          <>
            <Form.Item name="documentNumber" label={t("决定文号", "Decision number")} rules={[{ required: true }]}>
              <Input placeholder={t("舟科发〔2026〕1号", "No. 1 of 2026")} />
            </Form.Item>
            <Form.Item name="decidedOn" label={t("决定日期", "Decided on")} rules={[{ required: true }]}>
              <DayInput />
            </Form.Item>
            <Form.Item name="projectName" label={t("建设项目名称", "Project name")} rules={[{ required: true }]}>
              <Input />
            </Form.Item>
          </>
        }
        summary={(values) => [
          { label: t("项目名称", "Project"), value: values.projectName },
          { label: t("决定文号", "Decision"), value: values.documentNumber },
          { label: t("决定日期", "Decided on"), value: values.decidedOn },
        ]}
        consequence={t(
          "列入后即可先行拨付，并开始计算认定期限。",
          "It may then be paid in advance, and its clock towards recognition runs.",
        )}
        act={(values, act) => registry.enterConstruction(application.id, values, act)}
        done={t("已列入建设", "Entered as under construction")}
        onDone={(institution) => navigate(`/institutions/${institution.id}`)}
      />
    </>
  );
}
