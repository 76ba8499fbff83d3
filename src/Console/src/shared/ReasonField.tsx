import { Form, Input } from "antd";
import { useText } from "../shell/text";

type ReasonFieldProps = { name?: string; label?: string; optional?: boolean };

/** The words that must go with an act. */
export function ReasonField({ name = "reason", label, optional }: ReasonFieldProps) {
  const { t } = useText();
  return (
    <Form.Item name={name} label={label ?? t("理由", "Reason")} rules={optional ? [] : [{ required: true, whitespace: true }]}>
      <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} showCount />
    </Form.Item>
  );
}
