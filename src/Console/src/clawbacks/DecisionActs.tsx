import { Form, Input } from "antd";
import { clawbacks, type Decision } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { decisionKinds } from "./causes";

/** What the reader may do with a decision now. */
export function DecisionActs({ decision }: { decision: Decision }) {
  const approver = useHasRole("finance-approver");
  const leader = useHasRole("leader");
  const maker = useHasRole("finance-maker");
  const approves = decision.kind === "write-off" ? leader : approver || leader;
  const withdrawable = decision.status === "proposed" || decision.status === "approved";
  return (
    <>
      {approves && decision.status === "proposed" && <Approve decision={decision} />}
      {maker && decision.kind === "refund" && decision.status === "approved" && <Refunded decision={decision} />}
      {(maker || approver || leader) && withdrawable && <Withdraw decision={decision} />}
    </>
  );
}

function Approve({ decision }: { decision: Decision }) {
  const { t } = useText();
  return (
    <ActionButton<object, Decision>
      label={t("批准", "Approve")}
      size="small"
      type="primary"
      summary={() => [
        { label: t("事项", "Kind"), value: t(decisionKinds[decision.kind]) },
        {
          label: t("机构与年度", "Body and year"),
          value: `${decision.institutionName ?? decision.payeeName ?? ""} ${decision.fiscalYear ?? ""}`,
        },
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={decision.amountFen} strong /> },
        decision.amountFen > 0 && { label: t("大写", "In capitals"), value: chineseCapitals(decision.amountFen) },
        ...decision.parts.map((part) => ({ label: part.dueOn, value: <Money fen={part.amountFen} /> })),
        { label: t("文号", "Document"), value: decision.documentNumber },
        { label: t("理由", "Reason"), value: decision.reason },
        { label: t("经办人", "Proposed by"), value: decision.proposed.name },
      ]}
      act={(_, act) => clawbacks.approve(decision.id, act)}
      done={t("已批准", "Approved")}
    />
  );
}

function Withdraw({ decision }: { decision: Decision }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Decision>
      label={t("撤回", "Withdraw")}
      size="small"
      fields={<ReasonField />}
      act={({ reason }, act) => clawbacks.withdraw(decision.id, reason, act)}
      done={t("已撤回", "Withdrawn")}
    />
  );
}

function Refunded({ decision }: { decision: Decision }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ paidOn: string; bankReference: string }, Decision>
      label={t("登记退款支付", "Record its payment")}
      size="small"
      initial={{ paidOn: today }}
      fields={
        <>
          <Form.Item name="paidOn" label={t("支付日期", "Paid on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="bankReference"
            label={t("银行流水号", "Bank reference")}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={100} />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("收款人", "Payee"), value: `${decision.payeeName} ${decision.payeeAccount}` },
        { label: t("退还金额（元）", "Refunded (yuan)"), value: <Money fen={decision.amountFen} strong /> },
        { label: t("支付日期", "Paid on"), value: values.paidOn },
      ]}
      act={(values, act) => clawbacks.refunded(decision.id, values, act)}
      done={t("已登记", "Recorded")}
    />
  );
}
