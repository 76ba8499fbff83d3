import { Checkbox, Form, Input } from "antd";
import { type Clawback, type ClawbackDetail, clawbacks, type ReceiptEntry } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

export function RecordReceipt({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<ReceiptEntry, ClawbackDetail>
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
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="receivedOn" label={t("缴款日期", "Received on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="overpayment" valuePropName="checked">
            <Checkbox>
              {t("确属多缴：超出未缴余额的部分另行退还", "So much was really paid: what is above the outstanding is refunded")}
            </Checkbox>
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
        values.amountFen > clawback.outstandingFen && {
          label: t("多缴（元）", "Over-paid (yuan)"),
          value: <Money fen={values.amountFen - clawback.outstandingFen} strong />,
        },
      ]}
      act={(values, act) => clawbacks.receive(clawback.id, values, act)}
      done={t("已登记缴款", "Receipt recorded")}
    />
  );
}
