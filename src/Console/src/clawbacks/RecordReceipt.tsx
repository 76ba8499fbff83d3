import { Form, Input } from "antd";
import { funding } from "../api/funding";
import type { Clawback, ClawbackDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

type Values = { amountFen: number; receiptNumber: string; receivedOn: string };

export function RecordReceipt({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<Values, ClawbackDetail>
      label={t("登记缴款", "Record a receipt")}
      type="primary"
      initial={{ receivedOn: today }}
      fields={
        <>
          <Form.Item
            name="amountFen"
            label={t("缴款金额", "Amount")}
            extra={
              <>
                {t("未缴余额 ", "Outstanding ")}
                <Money fen={clawback.outstandingFen} strong />
              </>
            }
            rules={[{ required: true }]}
          >
            <MoneyInput />
          </Form.Item>
          <Form.Item name="receiptNumber" label={t("缴款书号", "Receipt number")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item name="receivedOn" label={t("缴款日期", "Received on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("机构与年度", "Body and year"), value: `${clawback.institutionName} · ${clawback.fiscalYear}` },
        { label: t("缴款金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("缴款书号", "Receipt number"), value: values.receiptNumber },
        { label: t("缴款日期", "Received on"), value: values.receivedOn },
        {
          label: t("登记后未缴余额（元）", "Outstanding afterwards (yuan)"),
          value: <Money fen={Math.max(0, clawback.outstandingFen - values.amountFen)} />,
        },
      ]}
      act={(values, act) => funding.recordReceipt(clawback.id, values, act)}
      done={t("已登记缴款", "Receipt recorded")}
    />
  );
}
