import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { useParams } from "react-router";
import { type Difference, payments, type ReconciliationDetail, type StatementEntry } from "../api/payments";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { type Text, useText } from "../shell/text";

const kinds: Record<Difference["kind"], Text> = {
  "not-at-bank": { zh: "账上有、银行无", en: "In the books only" },
  "not-in-books": { zh: "银行有、账上无", en: "At the bank only" },
  "amount-differs": { zh: "金额不符", en: "Amount differs" },
};
const directions: Record<StatementEntry["direction"], Text> = {
  out: { zh: "支出", en: "Out" },
  in: { zh: "收入", en: "In" },
};

export function ReconciliationPage() {
  const { id = "" } = useParams();
  const day = useQuery({ queryKey: ["reconciliation", id], queryFn: () => payments.reconciliation(id) });
  return <Loaded query={day}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ reconciliation, differences, entries }: ReconciliationDetail) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  return (
    <Page
      title={t(`${reconciliation.day} 银行对账`, `Reconciliation of ${reconciliation.day}`)}
      parent={{ to: "/reconciliations", name: t("银行对账", "Reconciliations") }}
      actions={
        (maker || approver) && (
          <ActionButton<object, ReconciliationDetail>
            label={t("重新核对", "Compare again")}
            act={(_, act) => payments.matchAgain(reconciliation.id, act)}
            done={t("已重新核对", "Compared")}
          />
        )
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("流水笔数", "Movements"), value: reconciliation.entries },
            { label: t("待说明差异", "Unexplained"), value: reconciliation.openDifferences },
            { label: t("支出（元）", "Out (yuan)"), value: <Money fen={reconciliation.outFen} strong /> },
            { label: t("收入（元）", "In (yuan)"), value: <Money fen={reconciliation.inFen} strong /> },
            { label: t("文件", "File"), value: reconciliation.fileName },
            {
              label: t("导入", "Imported by"),
              value: `${reconciliation.imported.name} · ${instant(reconciliation.imported.at)}`,
            },
          ]}
        />
      </section>
      <section className="panel results">
        <h2>{t("差异", "Differences")}</h2>
        <Table<Difference>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={differences}
          locale={{ emptyText: <Empty text={t("账实相符，没有差异", "Books and bank agree to the fen")} /> }}
          columns={[
            { title: t("差异", "Difference"), render: (_, row) => t(kinds[row.kind]) },
            { title: t("单位", "Whose"), dataIndex: "name" },
            { title: t("收支", "Direction"), render: (_, row) => t(directions[row.direction]) },
            { title: t("流水号", "Reference"), render: (_, row) => <code>{row.reference}</code> },
            { title: t("账上（元）", "Books (yuan)"), className: "amount", render: (_, row) => amount(row.bookedFen) },
            { title: t("银行（元）", "Bank (yuan)"), className: "amount", render: (_, row) => amount(row.bankFen) },
            { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="difference" /> },
            {
              title: t("说明", "Explanation"),
              render: (_, row) => (row.explanation ? `${row.explanation}（${row.explained?.name ?? ""}）` : "—"),
            },
            { title: "", render: (_, row) => approver && row.status === "open" && <Explain difference={row} /> },
          ]}
        />
      </section>
      <section className="panel results">
        <h2>{t("银行流水", "The bank's movements")}</h2>
        <Table<StatementEntry>
          size="small"
          rowKey="line"
          pagination={entries.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: "max-content" }}
          dataSource={entries}
          columns={[
            { title: t("行", "Line"), dataIndex: "line" },
            { title: t("收支", "Direction"), render: (_, row) => t(directions[row.direction]) },
            { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
            { title: t("流水号", "Reference"), render: (_, row) => <code>{row.reference}</code> },
            { title: t("对方户名", "Counterparty"), dataIndex: "counterpartyName" },
            {
              title: t("核对", "Compared"),
              render: (_, row) =>
                row.matched ? (
                  <Tag color="success">{t("相符", "Agrees")}</Tag>
                ) : (
                  <Tag color="error">{t("有差异", "Differs")}</Tag>
                ),
            },
          ]}
        />
      </section>
    </Page>
  );
}

const amount = (fen: number | null) => (fen === null ? "—" : <Money fen={fen} />);

function Explain({ difference }: { difference: Difference }) {
  const { t } = useText();
  return (
    <ActionButton<{ explanation: string }, ReconciliationDetail>
      label={t("说明", "Explain")}
      size="small"
      fields={<ReasonField name="explanation" label={t("差异说明", "Why they differ")} />}
      act={({ explanation }, act) => payments.explain(difference.id, explanation, act)}
      done={t("已说明", "Explained")}
    />
  );
}
