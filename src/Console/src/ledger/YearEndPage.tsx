import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Table } from "antd";
import { type BalancesOfBody, books, type YearEnd } from "../api/books";
import { everyPage } from "../api/everyPage";
import { toProblem } from "../api/problem";
import { Empty } from "../shared/Empty";
import { useFiscalYears } from "../shared/fiscalYears";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { AccountTable } from "./AccountTable";
import { DayChoice, ProgrammeChoice, YearChoice } from "./Choices";
import { accountName, ofTheYear } from "./names";
import { useAddress } from "./useAddress";

/** A programme's money of one year, settled at its end (年终决算): to be printed and to be taken along. */
export function YearEndPage() {
  const { t } = useText();
  const { options } = useProgrammes();
  const { current } = useFiscalYears();
  const address = useAddress();
  const query = {
    programme: address.get("programme") ?? options[0]?.value,
    year: address.get("year") ?? String(current - 1),
    on: address.get("on"),
  };
  return (
    <Page
      title={t(`${query.year} 年度资金年终决算`, `Year-end settlement of ${query.year}`)}
      parent={{ to: "/ledger", name: t("台账", "Ledger") }}
      actions={
        <>
          <Button icon={<DownloadOutlined />} href={books.yearEndAddress({ ...query, format: "xlsx" })} download>
            {t("导出 Excel", "Export xlsx")}
          </Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t("打印", "Print")}
          </Button>
        </>
      }
    >
      <search className="filters no-print">
        <ProgrammeChoice address={address} value={query.programme} required />
        <YearChoice address={address} value={query.year} required />
        <DayChoice address={address} name="on" label={t("截至", "As of")} value={query.on} />
      </search>
      {query.programme && <Report query={query} />}
    </Page>
  );
}

function Report({ query }: { query: Record<string, string | undefined> }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const report = useQuery({ queryKey: ["year-end", query], queryFn: () => books.yearEnd(query) });
  if (report.isError && toProblem(report.error).status === 404) {
    return (
      <Empty text={t("该项目在该年度没有资金往来，请另选年度。", "The programme moved no money in that year; choose another.")} />
    );
  }
  return (
    <Loaded query={report}>
      {(value) => (
        <>
          {!value.yearIsOver && (
            <Alert
              type="info"
              showIcon
              title={t(
                `该年度尚未结束，以下为截至 ${value.on} 的数字。`,
                `The year is not over: these are the figures up to ${value.on}.`,
              )}
            />
          )}
          <section className="panel">
            <h2>{name(value.figures.programme)}</h2>
            <Figures report={value} />
            <AccountTable accounts={value.figures.accounts} />
          </section>
          <section className="panel">
            <h2>{t("按机构", "By institution")}</h2>
            <Bodies report={value} />
          </section>
        </>
      )}
    </Loaded>
  );
}

function Figures({ report }: { report: YearEnd }) {
  const { t } = useText();
  const { figures } = report;
  return (
    <Summary
      columns={2}
      facts={[
        { label: t("截至", "As of"), value: report.on },
        {
          label: t("指标文件", "Budget documents"),
          value: report.documents.map((one) => `${one.documentNumber}（${one.documentDate}）`).join("；") || "—",
        },
        { label: t("年度安排（元）", "Appropriated (yuan)"), value: <Money fen={figures.appropriatedFen} strong /> },
        { label: t("已占用（元）", "Committed (yuan)"), value: <Money fen={figures.committedFen} /> },
        { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={figures.paidFen} /> },
        { label: t("已追回（元）", "Recovered (yuan)"), value: <Money fen={figures.recoveredFen} /> },
        { label: t("结余额度（元）", "Left (yuan)"), value: <Money fen={figures.leftFen} strong /> },
        { label: t("涉及机构", "Institutions"), value: report.bodies },
      ]}
    />
  );
}

/** Each body's balances, with a column for every account that holds something of a body. */
function Bodies({ report }: { report: YearEnd }) {
  const { t } = useText();
  const { programme, fiscalYear } = report.figures;
  const query = { programme, year: String(fiscalYear), on: report.on };
  const bodies = useQuery({ queryKey: ["balances-of-bodies", query], queryFn: () => everyPage(books.bodies, query) });
  return (
    <Loaded query={bodies}>
      {(all) => {
        const rows = all.filter((row) => row.accounts.length > 0);
        const held = (row: BalancesOfBody, account: string) =>
          row.accounts.find((one) => one.account === account)?.balanceFen ?? 0;
        const columns = report.figures.accounts
          .map((one) => one.account)
          .filter((account) => !ofTheYear.has(account) && rows.some((row) => held(row, account) !== 0));
        return (
          <>
            {rows.length < report.bodies && (
              <p>
                {t(
                  `共 ${report.bodies} 个机构，此处列出 ${rows.length} 个，全部请导出 Excel。`,
                  `There are ${report.bodies} institutions; these are ${rows.length} of them, the xlsx has all.`,
                )}
              </p>
            )}
            <Table<BalancesOfBody>
              size="small"
              rowKey="institutionId"
              pagination={false}
              scroll={{ x: "max-content" }}
              dataSource={rows}
              locale={{ emptyText: <Empty text={t("没有机构资金", "No body has money of it")} /> }}
              columns={[
                { title: t("机构", "Institution"), dataIndex: "institutionName" },
                ...columns.map((account) => ({
                  title: t(accountName(account)),
                  className: "amount",
                  render: (_: unknown, row: BalancesOfBody) => <Money fen={held(row, account)} />,
                })),
                {
                  title: t("已拨付（元）", "Paid (yuan)"),
                  className: "amount",
                  render: (_, row) => <Money fen={row.paidFen} strong />,
                },
              ]}
            />
          </>
        );
      }}
    </Loaded>
  );
}
