import { Form } from "antd";
import { standing } from "../api/standing";
import type { MajorChange } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** The county or the city dates its receipt of a report (ZS-21: both are told). */
export function ReceiveChange({ change }: { change: MajorChange }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ receivedOn: string }, MajorChange>
      label={t("登记收到", "Record the receipt")}
      type="primary"
      version={change.version}
      initial={{ receivedOn: today }}
      fields={
        <Form.Item name="receivedOn" label={t("收到日期", "Received on")} rules={[{ required: true }]}>
          <DayInput />
        </Form.Item>
      }
      act={({ receivedOn }, act) => standing.receiveChange(change.id, receivedOn, act)}
      done={t("已登记收到", "Recorded")}
    />
  );
}
