import { Form, Input } from "antd";
import { useText } from "../shell/text";
import { DayInput } from "./DayInput";

type DocumentFieldsProps = {
  /** What the number is of: 决定文号. */
  label: string;
  /** The day's name in the request and on the form; without it the document's day is the platform's. */
  day?: { name: string; label: string };
};

/** The number of the document behind an act, and its day. */
export function DocumentFields({ label, day }: DocumentFieldsProps) {
  const { t } = useText();
  return (
    <>
      <Form.Item name="documentNumber" label={label} rules={[{ required: true, whitespace: true }]}>
        <Input placeholder={t("〔2026〕1号", "No. 1 of 2026")} maxLength={100} autoComplete="off" />
      </Form.Item>
      {day && (
        <Form.Item name={day.name} label={day.label} rules={[{ required: true }]}>
          <DayInput />
        </Form.Item>
      )}
    </>
  );
}
