import { useQuery } from "@tanstack/react-query";
import { Alert, Progress, Table } from "antd";
import { Link, useParams } from "react-router";
import { type HistoryDetail, type HistoryLine, histories } from "../api/histories";
import { FilterTable } from "../shared/FilterTable";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { HistoryActs } from "./HistoryActs";

const working = ["checking", "taking-effect"];

/** A history: what it would enter, what is wrong with which row, and the second person's signature. */
export function HistoryPage() {
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["history", id],
    queryFn: () => histories.one(id),
    refetchInterval: (of) => (of.state.data && working.includes(of.state.data.history.state) ? 1000 : false),
  });
  return <Loaded query={query}>{(value) => <Details key={value.history.state} value={value} />}</Loaded>;
}

function Details({ value }: { value: HistoryDetail }) {
  const { t } = useText();
  const { history, faults } = value;
  return (
    <Page
      title={history.title}
      parent={{ to: "/histories", name: t("期初导入", "Opening balances") }}
      status={<Status value={history.state} of="history" />}
      actions={<HistoryActs history={history} />}
    >
      {working.includes(history.state) && <Progress percent={70} status="active" showInfo={false} />}
      {history.faultZh && <Alert type="error" showIcon title={t(history.faultZh, history.faultEn ?? history.faultZh)} />}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            {
              label: t("台账", "Tables"),
              value: <Link to={`/shadow-runs/${history.shadowRunId}`}>{t("演练报告", "Report of the shadow run")}</Link>,
            },
            { label: t("单位 / 单位年度", "Bodies / body-years"), value: `${history.bodies} / ${history.lines}` },
            { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={history.paidFen} strong /> },
            { label: t("多拨付（元）", "Above the entitled amount (yuan)"), value: <Money fen={history.clawbackFen} /> },
            { label: t("已收回（元）", "Received back (yuan)"), value: <Money fen={history.receivedFen} /> },
            {
              label: t("入账后待追缴（元）", "Outstanding once entered (yuan)"),
              value: <Money fen={history.clawbackFen - history.receivedFen} strong />,
            },
            { label: t("经办", "Made by"), value: history.made.name },
            { label: t("复核", "Signed by"), value: history.confirmed?.name },
            { label: t("依据文号", "Document"), value: history.documentNumber },
            { label: t("文件日期", "Dated"), value: history.documentDate },
          ]}
        />
      </section>
      {faults.length > 0 && (
        <section className="panel">
          <h2>
            {t(
              `有问题的行（${history.faults} 处，改正前一行也不导入）`,
              `Wrong rows (${history.faults}; none is entered before they are right)`,
            )}
          </h2>
          <Table
            size="small"
            pagination={false}
            rowKey="number"
            dataSource={faults}
            columns={[
              { title: t("表", "Table"), dataIndex: "table" },
              { title: t("行", "Row"), dataIndex: "line" },
              { title: t("栏目", "Column"), render: (_, row) => t(row.columnZh, row.columnEn) },
              { title: t("填写内容", "Value"), dataIndex: "value" },
              { title: t("问题", "What is wrong"), render: (_, row) => t(row) },
            ]}
          />
        </section>
      )}
      {history.lines > 0 && history.state !== "dismissed" && <Lines value={value} />}
    </Page>
  );
}

function Lines({ value: { history } }: { value: HistoryDetail }) {
  const { t } = useText();
  const { grade } = useWords(history.programme);
  return (
    <section className="panel">
      <h2>{t("期初数（元）", "Opening balances (yuan)")}</h2>
      <FilterTable<HistoryLine>
        of={`history-lines-${history.id}`}
        fetchPage={(query) => histories.lines(history.id, query)}
        rowKey={(row) => String(row.number)}
        emptyText={t("没有单位年度", "No body-years")}
        columns={[
          { title: t("单位", "Body"), render: (_, row) => <Link to={`/accounts/${row.institutionId}`}>{row.body}</Link> },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("已拨付", "Paid"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
          { title: t("等次", "Grade"), render: (_, row) => (row.grade ? grade(row.grade) : t("待考核", "To be reviewed")) },
          { title: t("应补助", "Entitled"), className: "amount", render: (_, row) => <Money fen={row.entitledFen} /> },
          { title: t("已收回", "Received"), className: "amount", render: (_, row) => <Money fen={row.receivedFen} /> },
          {
            title: t("待追缴", "Outstanding"),
            className: "amount",
            render: (_, row) => <Money fen={row.outstandingFen} strong />,
          },
          { title: t("暂停支付", "Held"), render: (_, row) => row.holdReason ?? "—" },
        ]}
      />
    </section>
  );
}
