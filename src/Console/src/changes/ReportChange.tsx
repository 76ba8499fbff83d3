import { Checkbox, Form } from "antd";
import { useNavigate } from "react-router";
import { standing } from "../api/standing";
import type { ChangeReport, Institution, MajorChange } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";
import { kindName, kinds } from "./kinds";

/** The body reports a major change of its own to county and city (ZS-21). */
export function ReportChange({ institution }: { institution: Institution }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<ChangeReport, MajorChange>
      label={t("报告重大变化", "Report a major change")}
      fields={<Fields institutionId={institution.id} />}
      summary={(values) => [
        { label: t("机构", "Institution"), value: institution.name },
        { label: t("变化", "Change"), value: values.kinds.map((kind) => t(kindName(kind))).join(t("、", ", ")) },
        { label: t("变化日期", "Changed on"), value: values.changedOn },
        { label: t("情况说明", "Description"), value: values.description },
      ]}
      consequence={t(
        "报告同时送达两级主管部门，审核后决定资格是否不变。",
        "It goes to the county and the city; whether the standing is kept is examined.",
      )}
      act={(values, act) => standing.reportChange(institution.id, values, act)}
      done={t("已报告", "Reported")}
      onDone={(change) => navigate(`/changes/${change.id}`)}
    />
  );
}

function Fields({ institutionId }: { institutionId: string }) {
  const { t } = useText();
  const chosen: string[] = Form.useWatch("kinds") ?? [];
  return (
    <>
      <Form.Item name="kinds" label={t("变化类型", "What changed")} rules={[{ required: true }]}>
        <Checkbox.Group options={Object.entries(kinds).map(([value, name]) => ({ value, label: t(name) }))} />
      </Form.Item>
      {chosen.includes("merger") && (
        <Form.Item name="absorbs" label={t("并入本机构的机构", "The body that it takes in")}>
          <LinkPicker of="institution" except={institutionId} />
        </Form.Item>
      )}
      <Form.Item name="changedOn" label={t("变化日期", "Changed on")} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
      <ReasonField name="description" label={t("情况说明", "Description")} />
    </>
  );
}
