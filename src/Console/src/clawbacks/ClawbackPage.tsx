import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { Link, useParams } from "react-router";
import { type ClawbackDetail, clawbacks, type Instalment, type ReceiptPart, type Reminder } from "../api/clawbacks";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { causes } from "./causes";
import { DecisionTable } from "./DecisionTable";
import { DueDay } from "./DueDay";
import { IssueNotice, Notices } from "./Notices";
import { FileObjection, ObjectionPanel } from "./ObjectionPanel";
import { ProposeActs } from "./ProposeActs";
import { RecordReceipt } from "./RecordReceipt";

export function ClawbackPage() {
  const { id = "" } = useParams();
  const clawback = useQuery({ queryKey: ["clawback", id], queryFn: () => clawbacks.one(id) });
  return <Loaded query={clawback}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ clawback, plan, planAccelerates, notices, objections, decisions, receipts, reminders }: ClawbackDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  const operator = useHasRole("operator");
  const open = clawback.status === "open";
  return (
    <Page
      title={t(
        `${clawback.institutionName} · ${clawback.fiscalYear} 年度追缴`,
        `${clawback.institutionName} · clawback of ${clawback.fiscalYear}`,
      )}
      parent={{ to: "/clawbacks", name: t("追缴", "Clawbacks") }}
      status={<Status value={clawback.status} of="clawback" />}
      lead={name(clawback.programme)}
      actions={
        <>
          {clawback.settlementId && (
            <Link to={`/settlements/${clawback.settlementId}`}>{t("查看年度结算", "The settlement")}</Link>
          )}
          {clawback.cause === "deadline" && (
            <Link to={`/deadline-cases?institution=${clawback.institutionId}`}>{t("逾期未认定案", "The deadline case")}</Link>
          )}
          {approver && open && clawback.notifiedFen !== clawback.claimedFen && <IssueNotice clawback={clawback} />}
          {operator && open && clawback.openObjections === 0 && <FileObjection clawback={clawback} />}
          {maker && <ProposeActs clawback={clawback} />}
          {maker && open && <RecordReceipt clawback={clawback} />}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("事由", "Cause"), value: `${t(causes[clawback.cause])}（${clawback.clauseId}）` },
            { label: t("应追缴（元）", "Claimed (yuan)"), value: <Money fen={clawback.claimedFen} strong /> },
            { label: t("已缴（元）", "Received (yuan)"), value: <Money fen={clawback.receivedFen} /> },
            clawback.offsetFen > 0 && { label: t("已抵扣（元）", "Withheld (yuan)"), value: <Money fen={clawback.offsetFen} /> },
            clawback.writtenOffFen > 0 && {
              label: t("已核销（元）", "Written off (yuan)"),
              value: <Money fen={clawback.writtenOffFen} />,
            },
            clawback.refundedFen > 0 && {
              label: t("已退还（元）", "Refunded (yuan)"),
              value: <Money fen={clawback.refundedFen} />,
            },
            { label: t("未缴余额（元）", "Outstanding (yuan)"), value: <Money fen={clawback.outstandingFen} strong /> },
            clawback.refundDueFen > 0
              ? { label: t("应退还（元）", "To be refunded (yuan)"), value: <Money fen={clawback.refundDueFen} strong /> }
              : { label: t("结清日期", "Settled on"), value: clawback.closedOn },
            { label: t("开立日期", "Opened on"), value: clawback.openedOn },
            { label: t("缴款期限", "Due on"), value: <DueDay clawback={clawback} /> },
            clawback.overdueFen > 0 && {
              label: t(`逾期 ${clawback.daysOverdue} 日（元）`, `Overdue for ${clawback.daysOverdue} days (yuan)`),
              value: <Money fen={clawback.overdueFen} strong />,
            },
            clawback.escalatedOn !== null && { label: t("报告领导", "With the leaders since"), value: clawback.escalatedOn },
          ].filter((fact) => fact !== false)}
        />
      </section>
      {plan.length > 0 && <Plan plan={plan} accelerates={planAccelerates === true} broken={clawback.planBroken === true} />}
      <Notices notices={notices} />
      <Receipts receipts={receipts} />
      <DecisionTable decisions={decisions} />
      <ObjectionPanel clawback={clawback} objections={objections} />
      {reminders.length > 0 && <Reminders reminders={reminders} />}
      <SheetPanel
        of="clawback"
        id={clawback.id}
        load={clawbacks.sheet}
        subject={`${clawback.institutionName} · ${clawback.fiscalYear}`}
      />
    </Page>
  );
}

function Plan({ plan, accelerates, broken }: { plan: Instalment[]; accelerates: boolean; broken: boolean }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("分期计划", "Parts")}</h2>
      {broken && (
        <Alert
          type="warning"
          showIcon
          title={
            accelerates
              ? t("有一期逾期未缴清，未缴余额已全部到期。", "A part was missed: all of the rest is due.")
              : t("有一期逾期未缴清。", "A part was missed.")
          }
        />
      )}
      <Table<Instalment>
        size="small"
        rowKey="dueOn"
        pagination={false}
        dataSource={plan}
        columns={[
          { title: t("期限", "Due on"), dataIndex: "dueOn" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, part) => <Money fen={part.amountFen} /> },
        ]}
      />
    </section>
  );
}

function Reminders({ reminders }: { reminders: Reminder[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("催缴记录", "Reminders")}</h2>
      <Table<Reminder>
        size="small"
        rowKey={(row) => `${row.dueOn} ${row.days}`}
        pagination={false}
        dataSource={reminders}
        columns={[
          { title: t("期限", "Due on"), dataIndex: "dueOn" },
          { title: t("逾期满（日）", "Days overdue"), dataIndex: "days" },
          { title: t("记录日期", "Written on"), dataIndex: "writtenOn" },
          { title: t("逾期（元）", "Overdue (yuan)"), className: "amount", render: (_, row) => <Money fen={row.overdueFen} /> },
        ]}
      />
    </section>
  );
}

function Receipts({ receipts }: { receipts: ReceiptPart[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("缴款记录", "Receipts")}</h2>
      <Table<ReceiptPart>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={receipts}
        locale={{ emptyText: <Empty text={t("还没有缴款", "Nothing was received yet")} /> }}
        columns={[
          {
            title: t("缴款书号", "Receipt number"),
            render: (_, row) => <Link to={`/receipts/${row.id}`}>{row.receiptNumber}</Link>,
          },
          { title: t("缴款日期", "Received on"), dataIndex: "receivedOn" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          { title: t("登记", "Recorded by"), render: (_, row) => `${row.recorded.name} · ${instant(row.recorded.at)}` },
        ]}
      />
    </section>
  );
}
