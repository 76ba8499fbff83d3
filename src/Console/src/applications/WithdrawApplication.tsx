import { Form, Input } from "antd";
import { registry } from "../api/registry";
import type { Application } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";

export function WithdrawApplication({ application }: { application: Application }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Application>
      label={t("撤回申报", "Withdraw")}
      danger
      version={application.version}
      fields={
        <Form.Item name="reason" label={t("撤回理由", "Reason")} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} />
        </Form.Item>
      }
      act={({ reason }, act) => registry.withdrawApplication(application.id, reason, act)}
      done={t("已撤回", "Withdrawn")}
    />
  );
}
