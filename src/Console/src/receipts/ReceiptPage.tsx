import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Table, Tag } from "antd";
import { Link, useParams } from "react-router";
import {
  clawbacks,
  type Decision,
  type Receipt,
  type ReceiptDetail,
  type ReceiptMatch,
  type RefundProposal,
  type SuggestedCase,
} from "../api/clawbacks";
import { RefundFields } from "../clawbacks/ProposeActs";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export function ReceiptPage() {
  const { id = "" } = useParams();
  const receipt = useQuery({ queryKey: ["receipt", id], queryFn: () => clawbacks.receipt(id) });
  return <Loaded query={receipt}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ receipt, matches, suggestions }: ReceiptDetail) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t(`缴款书 ${receipt.receiptNumber}`, `Receipt ${receipt.receiptNumber}`)}
      parent={{ to: "/receipts", name: t("缴款书", "Receipts") }}
      actions={maker && receipt.unmatchedFen > 0 && <SendBack receipt={receipt} />}
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={receipt.amountFen} strong /> },
            { label: t("缴款日期", "Received on"), value: receipt.receivedOn },
            { label: t("缴款人", "Payer"), value: receipt.payerName },
            { label: t("附言", "Reference"), value: receipt.reference },
            { label: t("已匹配（元）", "Matched (yuan)"), value: <Money fen={receipt.matchedFen} /> },
            { label: t("退还（元）", "Sent back (yuan)"), value: <Money fen={receipt.returnedFen} /> },
            { label: t("未匹配（元）", "Unmatched (yuan)"), value: <Money fen={receipt.unmatchedFen} strong /> },
            { label: t("登记", "Recorded by"), value: `${receipt.recorded.name} · ${instant(receipt.recorded.at)}` },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("已匹配的追缴", "Matched cases")}</h2>
        <Table<ReceiptMatch>
          size="small"
          rowKey={(row) => `${row.clawbackId} ${row.matched.at}`}
          pagination={false}
          dataSource={matches}
          locale={{ emptyText: <Empty text={t("尚未匹配", "Not matched")} /> }}
          columns={[
            {
              title: t("追缴", "Case"),
              render: (_, row) => <Link to={`/clawbacks/${row.clawbackId}`}>{`${row.institutionName} · ${row.fiscalYear}`}</Link>,
            },
            { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
            { title: t("匹配", "Matched by"), render: (_, row) => `${row.matched.name} · ${instant(row.matched.at)}` },
          ]}
        />
      </section>
      {receipt.unmatchedFen > 0 && <Suggestions receipt={receipt} suggestions={suggestions} maker={maker} />}
    </Page>
  );
}

function Suggestions({ receipt, suggestions, maker }: { receipt: Receipt; suggestions: SuggestedCase[]; maker: boolean }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("可能的追缴", "Where it may belong")}</h2>
      <Table<SuggestedCase>
        size="small"
        rowKey="clawbackId"
        pagination={false}
        dataSource={suggestions}
        locale={{ emptyText: <Empty text={t("没有相同缴款人或金额的追缴", "No case has the payer or the amount")} /> }}
        columns={[
          {
            title: t("追缴", "Case"),
            render: (_, row) => <Link to={`/clawbacks/${row.clawbackId}`}>{`${row.institutionName} · ${row.fiscalYear}`}</Link>,
          },
          {
            title: t("未缴（元）", "Outstanding (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.outstandingFen} />,
          },
          {
            title: t("依据", "Why"),
            render: (_, row) => (
              <>
                {row.samePayer && <Tag color="success">{t("缴款人相同", "same payer")}</Tag>}
                {row.sameAmount && <Tag color="success">{t("金额相同", "same amount")}</Tag>}
              </>
            ),
          },
          { title: "", render: (_, row) => maker && <Match receipt={receipt} to={row} /> },
        ]}
      />
    </section>
  );
}

function Match({ receipt, to }: { receipt: Receipt; to: SuggestedCase }) {
  const { t } = useText();
  return (
    <ActionButton<{ amountFen: number; overpayment?: boolean }, ReceiptDetail>
      label={t("匹配", "Match")}
      size="small"
      type="primary"
      initial={{ amountFen: Math.min(receipt.unmatchedFen, to.outstandingFen) }}
      fields={
        <>
          <Form.Item name="amountFen" label={t("匹配金额", "Amount")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="overpayment" valuePropName="checked">
            <Checkbox>{t("确属多缴：超出部分另行退还", "So much was really paid: the rest is refunded")}</Checkbox>
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("追缴", "Case"), value: `${to.institutionName} · ${to.fiscalYear}` },
        { label: t("匹配金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
      ]}
      act={(values, act) => clawbacks.match(receipt.id, { clawbackId: to.clawbackId, ...values }, act)}
      done={t("已匹配", "Matched")}
    />
  );
}

function SendBack({ receipt }: { receipt: Receipt }) {
  const { t } = useText();
  return (
    <ActionButton<RefundProposal, Decision>
      label={t("申请退还缴款人", "Propose to send it back")}
      initial={{ amountFen: receipt.unmatchedFen, payeeName: receipt.payerName ?? undefined }}
      fields={<RefundFields />}
      summary={(values) => [
        { label: t("退还金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("收款人", "Payee"), value: `${values.payeeName} ${values.payeeAccount}` },
      ]}
      act={(values, act) => clawbacks.sendBack(receipt.id, values, act)}
      done={t("已提交退款申请", "Proposed")}
    />
  );
}
