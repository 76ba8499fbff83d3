import { Table } from "antd";
import type { ColumnsType } from "antd/es/table";
import { Link } from "react-router";
import type { Decision } from "../api/clawbacks";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Money } from "../shared/Money";
import { Status } from "../shared/Status";
import { type Text, useText } from "../shell/text";
import { causes, decisionKinds } from "./causes";
import { DecisionActs } from "./DecisionActs";

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
  return [
    ...(withCase
      ? [{ title: t("机构与年度", "Body and year"), render: (_: unknown, row: Decision) => <About decision={row} /> }]
      : []),
    {
      title: t("事项", "Kind"),
      render: (_, row) => (
        <Link to={`/clawback-decisions/${row.id}`}>
          <KindOf decision={row} />
        </Link>
      ),
    },
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

/** The case that a decision is about, or the receipt that it sends back. */
export function About({ decision }: { decision: Decision }) {
  const name = `${decision.institutionName ?? decision.payeeName ?? ""} ${decision.fiscalYear ?? ""}`.trim();
  const to = decision.clawbackId ? `/clawbacks/${decision.clawbackId}` : decision.receiptId && `/receipts/${decision.receiptId}`;
  return to ? <Link to={to}>{name}</Link> : name;
}

export function KindOf({ decision }: { decision: Decision }) {
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
