import { Button, Checkbox, Form, Input, Space } from "antd";
import { type Clawback, clawbacks, type Decision, type Documented, type Instalment, type RefundProposal } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { OffsetPayment } from "./OffsetPayment";

/** What a maker may propose about a case; another person approves it. */
export function ProposeActs({ clawback }: { clawback: Clawback }) {
  return (
    <>
      {clawback.status === "open" && <ProposeInstalments clawback={clawback} />}
      {clawback.status === "open" && <ProposeOffset clawback={clawback} />}
      {clawback.status === "open" && <ProposeWriteOff clawback={clawback} />}
      {clawback.refundDueFen > 0 && <ProposeRefund clawback={clawback} />}
    </>
  );
}

function ProposeWriteOff({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<Documented, Decision>
      label={t("申请核销", "Propose a write-off")}
      danger
      initial={{ decidedOn: today, amountFen: clawback.outstandingFen }}
      fields={<DocumentedFields outstandingFen={clawback.outstandingFen} />}
      summary={(values) => [
        { label: t("核销金额（元）", "Written off (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t("核销须由领导批准后生效。", "It takes effect when a leader approves it.")}
      act={(values, act) => clawbacks.writeOff(clawback.id, values, act)}
      done={t("已提交核销申请", "Proposed")}
    />
  );
}

function ProposeOffset({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<Documented & { paymentId: string }, Decision>
      label={t("申请抵扣", "Propose an offset")}
      initial={{ decidedOn: today }}
      fields={
        <>
          <OffsetPayment institutionId={clawback.institutionId} />
          <DocumentedFields outstandingFen={clawback.outstandingFen} />
        </>
      }
      summary={(values) => [
        { label: t("抵扣金额（元）", "Withheld (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
      ]}
      consequence={t(
        "批准后该笔预拨按扣减后的金额支付；银行付讫时未缴余额相应减少，退汇时恢复。",
        "Once approved the advance leaves for the rest; the outstanding falls when the bank has paid it and rises when it comes back.",
      )}
      act={(values, act) => clawbacks.offset(clawback.id, values, act)}
      done={t("已提交抵扣申请", "Proposed")}
    />
  );
}

function ProposeRefund({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  return (
    <ActionButton<RefundProposal, Decision>
      label={t("申请退还多缴款", "Propose a refund")}
      initial={{ amountFen: clawback.refundDueFen }}
      fields={<RefundFields />}
      summary={(values) => [
        { label: t("退还金额（元）", "Refunded (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("收款人", "Payee"), value: values.payeeName },
        { label: t("账号", "Account"), value: values.payeeAccount },
      ]}
      act={(values, act) => clawbacks.refund(clawback.id, values, act)}
      done={t("已提交退款申请", "Proposed")}
    />
  );
}

function ProposeInstalments({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  return (
    <ActionButton<{ parts: Instalment[]; reason: string; accelerates: boolean }, Decision>
      label={t("申请分期", "Propose parts")}
      initial={{ parts: [{}, {}] as Instalment[], accelerates: true }}
      fields={
        <>
          <p>
            {t("各期合计须为未缴余额 ", "Together the parts are what is outstanding, ")}
            <Money fen={clawback.outstandingFen} strong />
          </p>
          <Form.List name="parts">
            {(rows, { add, remove }) => (
              <>
                {rows.map((row, index) => (
                  <Space key={row.key} align="baseline">
                    <Form.Item
                      name={[row.name, "dueOn"]}
                      label={t(`第 ${index + 1} 期期限`, `Part ${index + 1}, due`)}
                      rules={[{ required: true }]}
                    >
                      <DayInput />
                    </Form.Item>
                    <Form.Item name={[row.name, "amountFen"]} label={t("金额", "Amount")} rules={[{ required: true }]}>
                      <MoneyInput />
                    </Form.Item>
                    {rows.length > 2 && <Button onClick={() => remove(row.name)}>{t("删除", "Remove")}</Button>}
                  </Space>
                ))}
                <Form.Item>
                  <Button onClick={() => add()}>{t("增加一期", "Another part")}</Button>
                </Form.Item>
              </>
            )}
          </Form.List>
          <Form.Item name="accelerates" valuePropName="checked">
            <Checkbox>{t("任一期逾期未缴的，余额立即全部到期", "All of the rest falls due while a part is missed")}</Checkbox>
          </Form.Item>
          <ReasonField />
        </>
      }
      summary={(values) =>
        values.parts.map((part, index) => ({
          label: t(`第 ${index + 1} 期 ${part.dueOn}`, `Part ${index + 1}, ${part.dueOn}`),
          value: <Money fen={part.amountFen} />,
        }))
      }
      act={(values, act) => clawbacks.instalments(clawback.id, values, act)}
      done={t("已提交分期申请", "Proposed")}
    />
  );
}

function DocumentedFields({ outstandingFen }: { outstandingFen: number }) {
  const { t } = useText();
  return (
    <>
      <Form.Item
        name="amountFen"
        label={t("金额", "Amount")}
        rules={[{ required: true }]}
        extra={
          <>
            {t("未缴余额 ", "Outstanding ")}
            <Money fen={outstandingFen} strong />
          </>
        }
      >
        <MoneyInput />
      </Form.Item>
      <DocumentFields
        label={t("决定文号", "Number of the decision")}
        day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
      />
      <ReasonField />
    </>
  );
}

/** Who gets money back. */
export function RefundFields() {
  const { t } = useText();
  return (
    <>
      <Form.Item name="amountFen" label={t("退还金额", "Amount")} rules={[{ required: true }]}>
        <MoneyInput />
      </Form.Item>
      <Form.Item name="payeeName" label={t("收款人", "Payee")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="payeeAccount"
        label={t("账号", "Bank account")}
        rules={[{ required: true, pattern: /^[0-9A-Za-z]{8,34}$/ }]}
      >
        <Input maxLength={34} autoComplete="off" />
      </Form.Item>
      <ReasonField />
    </>
  );
}
