import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { useParams, useSearchParams } from "react-router";
import { type ComparedFinding, type Comparison, shadowRuns } from "../api/shadowRuns";
import { Clause } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { kinds } from "./words";

/** What a later run finds that an earlier one did not, what is gone, and where the sum is another. */
export function ComparisonPage() {
  const { id = "" } = useParams();
  const other = useSearchParams()[0].get("with") ?? "";
  const query = useQuery({ queryKey: ["shadow-comparison", id, other], queryFn: () => shadowRuns.compare(id, other) });
  return <Loaded query={query}>{(value) => <Details value={value} />}</Loaded>;
}

function Details({ value }: { value: Comparison }) {
  const { t } = useText();
  const { before, now } = value;
  return (
    <Page
      title={t("两次演练比较", "Two runs compared")}
      parent={{ to: `/shadow-runs/${now.id}`, name: now.title }}
      lead={`${before.title} → ${now.title}`}
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("此前合计（元）", "Total before (yuan)"), value: <Money fen={before.totalFen} strong /> },
            { label: t("本次合计（元）", "Total now (yuan)"), value: <Money fen={now.totalFen} strong /> },
            { label: t("新出现", "New"), value: String(value.new) },
            { label: t("已消除", "Gone"), value: String(value.gone) },
            { label: t("金额有变", "Changed"), value: String(value.changed) },
            { label: t("没有变化", "Same"), value: String(value.same) },
          ]}
        />
      </section>
      <Table<ComparedFinding>
        size="middle"
        pagination={false}
        scroll={{ x: "max-content" }}
        rowKey={(row) => `${row.kind}-${row.body}-${row.fiscalYear}-${row.zh}`}
        dataSource={value.findings}
        locale={{ emptyText: <Empty text={t("两次演练的问题相同", "Both runs find the same")} /> }}
        columns={[
          { title: "", render: (_, row) => <Change row={row} /> },
          { title: t("条款", "Clause"), render: (_, row) => <Clause id={row.clauseId} /> },
          { title: t("问题", "Finding"), render: (_, row) => t(kinds[row.kind] ?? { zh: row.kind, en: row.kind }) },
          { title: t("单位", "Body"), render: (_, row) => row.body ?? "—" },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("此前（元）", "Before (yuan)"), className: "amount", render: (_, row) => <Money fen={row.beforeFen} /> },
          { title: t("本次（元）", "Now (yuan)"), className: "amount", render: (_, row) => <Money fen={row.nowFen} /> },
        ]}
      />
    </Page>
  );
}

function Change({ row }: { row: ComparedFinding }) {
  const { t } = useText();
  return row.beforeFen === null ? (
    <Tag color="error">{t("新出现", "New")}</Tag>
  ) : row.nowFen === null ? (
    <Tag color="success">{t("已消除", "Gone")}</Tag>
  ) : (
    <Tag color="warning">{t("有变", "Changed")}</Tag>
  );
}
