import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { Link } from "react-router";
import { registry } from "../api/registry";
import type { Application, FieldReason } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

/** What a district may do with an application: put it on a list, send it back, or refuse it (ZS-14). */
export function DistrictDecision({ application }: { application: Application }) {
  const { t } = useText();
  return (
    <>
      <ActionButton<{ reasons: FieldReason[] }, Application>
        label={t("退回补正", "Return")}
        version={application.version}
        initial={{ reasons: [{} as FieldReason] }}
        fields={<Reasons programme={application.programme} />}
        act={({ reasons }, act) => registry.returnApplication(application.id, reasons, act)}
        done={t("已退回申报主体", "Returned to the applicant")}
      />
      <ActionButton<{ reason: string }, Application>
        label={t("不予推荐", "Refuse")}
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
        done={t("已决定不予推荐", "Refused")}
      />
      <Link className="link-button" to={`/recommendation-lists/new?pick=${application.id}`}>
        {t("列入推荐名单", "Put on a list")}
      </Link>
    </>
  );
}

function Reasons({ programme }: { programme: string }) {
  const { t } = useText();
  const fields = usePack(programme).data?.fields ?? [];
  const options = fields.map((field) => ({ value: field.name, label: t(field.label) }));
  return (
    <Form.List name="reasons">
      {(rows, { add, remove }) => (
        <>
          <p className="secondary">
            {t(
              "请逐项写明退回意见，申报主体将在对应栏目看到。",
              "Give a reason per field; the applicant sees it beside the field.",
            )}
          </p>
          {rows.map((row) => (
            <div key={row.key} className="reason-row">
              <Form.Item name={[row.name, "field"]} label={t("栏目", "Field")} rules={[{ required: true }]}>
                <Select options={options} showSearch={{ optionFilterProp: "label" }} />
              </Form.Item>
              <Form.Item name={[row.name, "reason"]} label={t("意见", "Reason")} rules={[{ required: true, whitespace: true }]}>
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Form.Item>
              <Button
                type="text"
                aria-label={t("删除这条意见", "Remove this reason")}
                icon={<MinusCircleOutlined />}
                disabled={rows.length === 1}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            {t("再加一条", "Add another")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
