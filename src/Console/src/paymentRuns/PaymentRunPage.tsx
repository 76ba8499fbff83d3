import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Link, useParams } from "react-router";
import { funding } from "../api/funding";
import { payments as api, paymentPath } from "../api/payments";
import type { Payment, PaymentResult, PaymentRun, PaymentRunDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { RecordResults } from "./RecordResults";
import { runNumber } from "./runNumber";
import { SendResultFile } from "./SendResultFile";

export function PaymentRunPage() {
  const { id = "" } = useParams();
  const run = useQuery({ queryKey: ["payment-run", id], queryFn: () => funding.paymentRun(id) });
  return <Loaded query={run}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ run, payments, results, files }: PaymentRunDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const approver = useHasRole("finance-approver");
  const maker = useHasRole("finance-maker");
  // A paid one may still come back (退汇), so answers are taken after the last one too.
  const left = run.status === "sealed" || run.status === "answered";
  return (
    <Page
      title={t(`支付批次 ${runNumber(run.id)}`, `Payment run ${runNumber(run.id)}`)}
      parent={{ to: "/payment-runs", name: t("支付批次", "Payment runs") }}
      status={<Status value={run.status} />}
      lead={`${name(run.programme)} · ${run.fiscalYear}`}
      actions={
        <>
          {maker && run.status === "gathered" && <Dissolve run={run} />}
          {approver && run.status === "gathered" && <Seal run={run} />}
          {(maker || approver) && left && (
            <>
              <Button href={api.runFileAddress(run.id, "xlsx")}>{t("银行文件 xlsx", "Bank file xlsx")}</Button>
              <Button href={api.runFileAddress(run.id, "csv")}>{t("银行文件 csv", "Bank file csv")}</Button>
            </>
          )}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("笔数", "Payments"), value: run.payments },
            { label: t("合计（元）", "Total (yuan)"), value: <Money fen={run.totalFen} strong /> },
            { label: t("组批", "Gathered by"), value: `${run.gathered.name} · ${instant(run.gathered.at)}` },
            { label: t("封存", "Sealed by"), value: run.sealed && `${run.sealed.name} · ${instant(run.sealed.at)}` },
            ...(files ?? []).map((file) => ({
              label: t("回单文件", "Result file"),
              value: `${file.fileName} · ${t(`${file.answers} 笔`, `${file.answers} answers`)} · ${file.recorded.name} · ${instant(file.recorded.at)}`,
            })),
            run.checksum ? { label: t("导出校验值", "Checksum"), value: <code>{run.checksum}</code> } : null,
          ]}
        />
      </section>
      {maker && left && <SendResultFile run={run.id} />}
      {maker && left && <RecordResults run={run} payments={payments} />}
      {!(maker && left) && <Payments payments={payments} />}
      {results.length > 0 && <Results results={results} payments={payments} />}
    </Page>
  );
}

function Payments({ payments }: { payments: Payment[] }) {
  const { t } = useText();
  return (
    <Table<Payment>
      size="middle"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={payments}
      columns={[
        { title: t("受益单位", "Beneficiary"), render: (_, row) => <Link to={paymentPath(row)}>{row.beneficiaryName}</Link> },
        { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.netFen} /> },
        { title: t("收款单位", "Payee"), dataIndex: "payeeName" },
        { title: t("收款账号", "Account"), render: (_, row) => <code>{row.payeeAccount}</code> },
        { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="advance" /> },
      ]}
    />
  );
}

function Results({ results, payments }: { results: PaymentResult[]; payments: Payment[] }) {
  const { t } = useText();
  const name = (id: string) => payments.find((one) => one.id === id)?.beneficiaryName;
  return (
    <section className="panel results">
      <h2>{t("银行回单", "The bank's answers")}</h2>
      <Table<PaymentResult>
        size="small"
        rowKey={(row) => `${row.paymentId}-${row.outcome}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={results}
        columns={[
          { title: t("受益单位", "Beneficiary"), render: (_, row) => name(row.paymentId) },
          { title: t("结果", "Outcome"), render: (_, row) => <Status value={row.outcome} of="advance" /> },
          { title: t("银行日期", "Bank's day"), dataIndex: "on" },
          { title: t("银行流水号", "Bank reference"), dataIndex: "bankReference" },
          { title: t("原因", "Reason"), render: (_, row) => row.reason ?? "—" },
          { title: t("登记", "Recorded by"), render: (_, row) => `${row.recorded.name} · ${instant(row.recorded.at)}` },
        ]}
      />
    </section>
  );
}

function Dissolve({ run }: { run: PaymentRun }) {
  const { t } = useText();
  return (
    <ActionButton<object, PaymentRunDetail>
      label={t("解散批次", "Dissolve")}
      danger
      summary={() => [
        { label: t("笔数", "Payments"), value: run.payments },
        { label: t("合计（元）", "Total (yuan)"), value: <Money fen={run.totalFen} strong /> },
      ]}
      consequence={t("批次内的拨付回到“已复核”，可另行组批。", "Its payments are approved again and may go into another run.")}
      act={(_, act) => funding.dissolveRun(run.id, act)}
      done={t("已解散", "Dissolved")}
    />
  );
}

function Seal({ run }: { run: PaymentRun }) {
  const { t } = useText();
  return (
    <ActionButton<object, PaymentRunDetail>
      label={t("封存并导出", "Seal and export")}
      type="primary"
      version={run.version}
      summary={() => [
        { label: t("笔数", "Payments"), value: run.payments },
        { label: t("合计（元）", "Total (yuan)"), value: <Money fen={run.totalFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(run.totalFen) },
        { label: t("组批", "Gathered by"), value: run.gathered.name },
      ]}
      consequence={t(
        "封存不可撤回。系统先核对每个机构当日状态，核对不到则不封存。",
        "Sealing cannot be undone. Each body's standing today is asked first; without an answer nothing is sealed.",
      )}
      act={(_, act) => funding.sealRun(run.id, act)}
      done={t("已封存并导出", "Sealed and exported")}
    />
  );
}
