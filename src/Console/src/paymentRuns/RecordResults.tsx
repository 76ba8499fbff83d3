import { Input, Select, Table } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { funding } from "../api/funding";
import { paymentPath } from "../api/payments";
import type { BankResult, Payment, PaymentRun, RecordedResults } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { Status } from "../shared/Status";
import { useBusinessDate } from "../shell/BusinessDate";
import { type Text, useText } from "../shell/text";

type Entry = Partial<BankResult>;
const outcomes: Record<BankResult["outcome"], Text> = {
  paid: { zh: "已拨付", en: "Paid" },
  failed: { zh: "支付失败", en: "Failed" },
  returned: { zh: "退汇", en: "Returned" },
};

/** What a bank may still say about a payment: one in its hands is paid or fails, one paid may come back (退汇). */
const possible = (payment: Payment): BankResult["outcome"][] =>
  payment.status === "exported" ? ["paid", "failed"] : payment.status === "paid" ? ["returned"] : [];

/** The bank's answer, payment by payment, as its statement gives it. */
export function RecordResults({ run, payments }: { run: PaymentRun; payments: Payment[] }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const [entries, setEntries] = useState<Record<string, Entry>>({});
  const change = (id: string, part: Entry) => setEntries((now) => ({ ...now, [id]: { on: today, ...now[id], ...part } }));
  const complete = (payment: Payment) => {
    const entry = entries[payment.id];
    return (
      !!entry?.outcome && !!entry.on && !!entry.bankReference?.trim() && (entry.outcome === "paid" || !!entry.reason?.trim())
    );
  };
  const begun = payments.filter((payment) => entries[payment.id]?.outcome);
  const results = begun.map((payment) => ({ ...(entries[payment.id] as BankResult), paymentId: payment.id }));
  const count = (outcome: BankResult["outcome"]) => results.filter((result) => result.outcome === outcome).length;
  const paidFen = begun
    .filter((payment) => entries[payment.id]?.outcome === "paid")
    .reduce((sum, payment) => sum + payment.netFen, 0);

  return (
    <>
      <Table<Payment>
        size="middle"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={payments}
        columns={[
          {
            title: t("受益单位", "Beneficiary"),
            render: (_, row) => <Link to={paymentPath(row)}>{row.beneficiaryName}</Link>,
          },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.netFen} /> },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="advance" /> },
          {
            title: t("银行结果", "Outcome"),
            render: (_, row) =>
              possible(row).length > 0 && (
                <Select
                  aria-label={t(`${row.beneficiaryName} 的银行结果`, `Outcome for ${row.beneficiaryName}`)}
                  className="outcome-input"
                  allowClear
                  placeholder={row.status === "paid" ? t("如有退汇", "If it came back") : t("未回单", "No answer yet")}
                  value={entries[row.id]?.outcome}
                  options={possible(row).map((value) => ({ value, label: t(outcomes[value]) }))}
                  onChange={(outcome) => change(row.id, { outcome })}
                />
              ),
          },
          {
            title: t("日期", "On"),
            render: (_, row) =>
              entries[row.id]?.outcome && (
                <DayInput value={entries[row.id]?.on} onChange={(on) => change(row.id, { on: on ?? undefined })} />
              ),
          },
          {
            title: t("银行流水号", "Bank reference"),
            render: (_, row) =>
              entries[row.id]?.outcome && (
                <Input
                  aria-label={t(`${row.beneficiaryName} 的银行流水号`, `Bank reference for ${row.beneficiaryName}`)}
                  value={entries[row.id]?.bankReference}
                  onChange={(event) => change(row.id, { bankReference: event.target.value })}
                />
              ),
          },
          {
            title: t("原因（失败或退汇）", "Reason"),
            render: (_, row) =>
              ["failed", "returned"].includes(entries[row.id]?.outcome ?? "") && (
                <Input
                  aria-label={t(`${row.beneficiaryName} 的原因`, `Reason for ${row.beneficiaryName}`)}
                  value={entries[row.id]?.reason}
                  onChange={(event) => change(row.id, { reason: event.target.value })}
                />
              ),
          },
        ]}
      />
      <div className="sticky-actions">
        <span className="secondary">{t(`已填 ${begun.length} 笔`, `${begun.length} filled in`)}</span>
        <ActionButton<object, RecordedResults>
          label={t("登记银行回单", "Record the bank's answers")}
          type="primary"
          disabled={begun.length === 0 || !begun.every(complete)}
          summary={() => [
            {
              label: t("已拨付", "Paid"),
              value: (
                <>
                  {t(`${count("paid")} 笔，`, `${count("paid")}: `)}
                  <Money fen={paidFen} strong />
                </>
              ),
            },
            { label: t("支付失败", "Failed"), value: count("failed") },
            { label: t("退汇", "Returned"), value: count("returned") },
          ]}
          consequence={t("失败与退汇的额度即行释放。", "What failed or came back frees its part of the cap.")}
          act={(_, act) => funding.recordResults(run.id, results, act)}
          done={t("已登记银行回单", "Recorded")}
          onDone={() => setEntries({})}
        />
      </div>
    </>
  );
}
