import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useParams } from "react-router";
import { funding } from "../api/funding";
import type { ClawbackDetail, Receipt } from "../api/types";
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
import { DueDay } from "./DueDay";
import { RecordReceipt } from "./RecordReceipt";

export function ClawbackPage() {
  const { id = "" } = useParams();
  const clawback = useQuery({ queryKey: ["clawback", id], queryFn: () => funding.clawback(id) });
  return <Loaded query={clawback}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ clawback, receipts }: ClawbackDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const maker = useHasRole("finance-maker");
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
          {maker && clawback.status === "open" && <RecordReceipt clawback={clawback} />}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("事由", "Cause"), value: t(causes[clawback.cause]) },
            { label: t("应追缴（元）", "Claimed (yuan)"), value: <Money fen={clawback.claimedFen} strong /> },
            { label: t("已缴（元）", "Received (yuan)"), value: <Money fen={clawback.receivedFen} /> },
            { label: t("未缴余额（元）", "Outstanding (yuan)"), value: <Money fen={clawback.outstandingFen} strong /> },
            clawback.refundDueFen > 0
              ? { label: t("应退还（元）", "To be refunded (yuan)"), value: <Money fen={clawback.refundDueFen} strong /> }
              : { label: t("结清日期", "Settled on"), value: clawback.closedOn },
            { label: t("开立日期", "Opened on"), value: clawback.openedOn },
            { label: t("缴款期限", "Due on"), value: <DueDay clawback={clawback} /> },
          ]}
        />
      </section>
      <Receipts receipts={receipts} />
      <SheetPanel
        of="clawback"
        id={clawback.id}
        load={funding.clawbackSheet}
        subject={`${clawback.institutionName} · ${clawback.fiscalYear}`}
      />
    </Page>
  );
}

function Receipts({ receipts }: { receipts: Receipt[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("缴款记录", "Receipts")}</h2>
      <Table<Receipt>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={receipts}
        locale={{ emptyText: <Empty text={t("还没有缴款", "Nothing was received yet")} /> }}
        columns={[
          { title: t("缴款书号", "Receipt number"), dataIndex: "receiptNumber" },
          { title: t("缴款日期", "Received on"), dataIndex: "receivedOn" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          { title: t("登记", "Recorded by"), render: (_, row) => `${row.recorded.name} · ${instant(row.recorded.at)}` },
        ]}
      />
    </section>
  );
}
