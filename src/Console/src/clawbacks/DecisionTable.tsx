import { Form, Input, Table } from "antd";
import type { ColumnsType } from "antd/es/table";
import { Link } from "react-router";
import { clawbacks, type Decision } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { type Text, useText } from "../shell/text";
import { causes, decisionKinds } from "./causes";

export function DecisionTable({ decisions }: { decisions: Decision[] }) {
  const { t } = useText();
  const columns = useDecisionColumns();
  return (
    <section className="panel">
      <h2>{t("处理决定", "Decisions")}</h2>
      <Table<Decision>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={decisions}
        locale={{ emptyText: <Empty text={t("没有处理决定", "No decisions")} /> }}
        columns={columns}
      />
    </section>
  );
}

/** The columns of decisions, wherever they are listed. */
export function useDecisionColumns(withCase = false): ColumnsType<Decision> {
  const { t } = useText();
  const about = (row: Decision) => {
    const name = `${row.institutionName ?? row.payeeName ?? ""} ${row.fiscalYear ?? ""}`.trim();
    return row.clawbackId ? (
      <Link to={`/clawbacks/${row.clawbackId}`}>{name}</Link>
    ) : row.receiptId ? (
      <Link to={`/receipts/${row.receiptId}`}>{name}</Link>
    ) : (
      name
    );
  };
  return [
    ...(withCase ? [{ title: t("机构与年度", "Body and year"), render: (_: unknown, row: Decision) => about(row) }] : []),
    { title: t("事项", "Kind"), render: (_, row) => <KindOf decision={row} /> },
    { title: t("编号", "Number"), render: (_, row) => row.number ?? "—" },
    { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} strong /> },
    { title: t("文号", "Document"), render: (_, row) => row.documentNumber ?? "—" },
    { title: t("理由", "Reason"), className: "words", dataIndex: "reason" },
    { title: t("经办", "Proposed"), render: (_, row) => `${row.proposed.name} · ${instant(row.proposed.at)}` },
    {
      title: t("批准", "Approved"),
      render: (_, row) => (row.approved ? `${row.approved.name} · ${instant(row.approved.at)}` : "—"),
    },
    { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="clawback-decision" /> },
    { title: "", fixed: "end", render: (_, row) => <DecisionActs decision={row} /> },
  ];
}

function KindOf({ decision }: { decision: Decision }) {
  const { t } = useText();
  const outcome: Record<NonNullable<Decision["outcome"]>, Text> = {
    upheld: { zh: "异议成立", en: "upheld" },
    rejected: { zh: "异议不成立", en: "rejected" },
  };
  const more = decision.outcome
    ? t(outcome[decision.outcome])
    : decision.kind === "claim" && decision.cause
      ? t(causes[decision.cause])
      : "";
  return (
    <>
      {t(decisionKinds[decision.kind])}
      {more && t(`（${more}）`, ` (${more})`)}
    </>
  );
}

function DecisionActs({ decision }: { decision: Decision }) {
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
