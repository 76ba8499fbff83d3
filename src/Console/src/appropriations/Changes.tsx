import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import type { ColumnsType } from "antd/es/table";
import { Link } from "react-router";
import { type Appropriation, type AppropriationChange, changes } from "../api/appropriations";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { useKindName } from "./kindName";

/** What changed a year's money after it was opened, and what waits for its second person. */
export function Changes({ appropriation }: { appropriation: Appropriation }) {
  const { t } = useText();
  const columns = useChangeColumns(appropriation.id);
  const list = useQuery({ queryKey: ["appropriation-changes", appropriation.id], queryFn: () => changes.of(appropriation.id) });
  return (
    <section className="panel">
      <h2>{t("调整", "Changes")}</h2>
      <Loaded query={list}>
        {(page) => (
          <Table<AppropriationChange>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={page.items}
            locale={{ emptyText: <Empty text={t("没有调整", "No changes")} /> }}
            columns={columns}
          />
        )}
      </Loaded>
    </section>
  );
}

/** The columns of changes: of one year, or wherever they are listed. */
export function useChangeColumns(of?: string): ColumnsType<AppropriationChange> {
  const { t } = useText();
  const kindName = useKindName();
  const [makes, approves] = [useHasRole("finance-maker"), useHasRole("finance-approver")];
  return [
    {
      title: t("事项", "What"),
      render: (_, row) => (of && row.intoId === of ? t("上年结转转入", "Carried in") : kindName(row.kind)),
    },
    { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
    {
      title: t("指标文号", "Budget document"),
      render: (_, row) => {
        const document = `${row.documentNumber} · ${row.documentDate}`;
        return of ? document : <Link to={`/appropriations/${row.appropriationId}`}>{document}</Link>;
      },
    },
    { title: t("事由", "Reason"), className: "words", dataIndex: "reason" },
    { title: t("经办", "Proposed by"), render: (_, row) => `${row.proposed.name} · ${instant(row.proposed.at)}` },
    {
      title: t("复核", "Approved by"),
      render: (_, row) => (row.approved ? `${row.approved.name} · ${instant(row.approved.at)}` : "—"),
    },
    { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="appropriation-change" /> },
    {
      title: "",
      fixed: "end",
      render: (_, row) =>
        row.status === "proposed" && (
          <>
            {makes && <Withdraw change={row} />}
            {approves && <Approve change={row} />}
          </>
        ),
    },
  ];
}

function Withdraw({ change }: { change: AppropriationChange }) {
  const { t } = useText();
  return (
    <ActionButton<object, AppropriationChange>
      label={t("撤回", "Withdraw")}
      size="small"
      danger
      act={(_, act) => changes.withdraw(change.id, act)}
      done={t("已撤回", "Withdrawn")}
    />
  );
}

function Approve({ change }: { change: AppropriationChange }) {
  const { t } = useText();
  const kindName = useKindName();
  return (
    <ActionButton<object, AppropriationChange>
      label={t("复核通过", "Approve")}
      size="small"
      type="primary"
      summary={() => [
        { label: t("事项", "What"), value: kindName(change.kind) },
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={change.amountFen} strong /> },
        { label: t("指标文号", "Budget document"), value: change.documentNumber },
        { label: t("经办", "Proposed by"), value: change.proposed.name },
      ]}
      consequence={t("通过后立即调整年度安排并记账，不能撤销。", "It takes effect at once and is posted; it cannot be undone.")}
      act={(_, act) => changes.approve(change.id, act)}
      done={t("已调整", "Changed")}
    />
  );
}
