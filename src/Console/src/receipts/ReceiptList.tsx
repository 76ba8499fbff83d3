import { Form, Input } from "antd";
import { Link, useNavigate } from "react-router";
import { clawbacks, type Receipt, type ReceiptDetail, type ReceiptEntry } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** What came in (缴款书), and what of it belongs to no case yet. */
export function ReceiptList() {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t("缴款书", "Receipts")}
      parent={{ to: "/clawbacks", name: t("追缴", "Clawbacks") }}
      lead={t(
        "一张缴款书只登记一次；附言为追缴通知书编号的自动匹配，其余由人匹配，无主的退还。",
        "A receipt is recorded once; one that names a notice finds its case, the others are matched by hand, what is nobody's goes back.",
      )}
      actions={maker && <RecordUnknown />}
    >
      <FilterTable<Receipt>
        of="receipts"
        fetchPage={clawbacks.receipts}
        rowKey="id"
        emptyText={t("没有符合条件的缴款书", "No receipts match")}
        filters={[
          {
            name: "unmatched",
            label: t("匹配", "Matched"),
            options: [
              { value: "true", label: t("尚未全部匹配", "Not wholly") },
              { value: "false", label: t("已全部匹配", "Wholly") },
            ],
          },
          { name: "number", label: t("缴款书号", "Receipt number") },
        ]}
        columns={[
          {
            title: t("缴款书号", "Receipt number"),
            render: (_, row) => <Link to={`/receipts/${row.id}`}>{row.receiptNumber}</Link>,
          },
          { title: t("缴款日期", "Received on"), dataIndex: "receivedOn" },
          { title: t("缴款人", "Payer"), render: (_, row) => row.payerName ?? "—" },
          { title: t("附言", "Reference"), render: (_, row) => row.reference ?? "—" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          {
            title: t("未匹配（元）", "Unmatched (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.unmatchedFen} strong />,
          },
        ]}
      />
    </Page>
  );
}

type Unknown = ReceiptEntry & { payerName?: string; reference?: string };

function RecordUnknown() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<Unknown, ReceiptDetail>
      label={t("登记缴款书", "Record a receipt")}
      type="primary"
      initial={{ receivedOn: today }}
      fields={
        <>
          <Form.Item name="amountFen" label={t("金额", "Amount")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="receiptNumber" label={t("缴款书号", "Receipt number")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="receivedOn" label={t("缴款日期", "Received on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="payerName" label={t("缴款人", "Payer")}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="reference" label={t("附言（追缴通知书编号）", "Reference (the notice's number)")}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("缴款书号", "Receipt number"), value: values.receiptNumber },
        { label: t("缴款日期", "Received on"), value: values.receivedOn },
      ]}
      act={(values, act) => clawbacks.record(values, act)}
      done={t("已登记", "Recorded")}
      onDone={(made) => navigate(`/receipts/${made.receipt.id}`)}
    />
  );
}
