import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { type AccountTurnover, books, type StatementLine } from "../api/books";
import { everyPage } from "../api/everyPage";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { jurisdictionName } from "../shell/names";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";
import { Balance } from "./AccountTable";
import { DayChoice, ProgrammeChoice, YearChoice } from "./Choices";
import { accountName, postingName } from "./names";
import { useAddress } from "./useAddress";

/** A body's or a programme's statement (对账单) over a period, to be printed and to be taken along as a table. */
export function StatementPage() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const operator = useHasRole("operator");
  const address = useAddress();
  const { options } = useProgrammes();
  const institution = address.get("institution");
  const query = {
    institution,
    programme: address.get("programme") ?? (operator || institution ? undefined : options[0]?.value),
    year: address.get("year"),
    from: address.get("from") ?? `${today.slice(0, 4)}-01-01`,
    to: address.get("to") ?? today,
  };
  const chosen = query.institution || query.programme;
  return (
    <Page
      title={t("资金对账单", "Statement")}
      parent={operator ? { to: "/my-money", name: t("我的资金", "My money") } : { to: "/ledger", name: t("台账", "Ledger") }}
      actions={
        chosen && (
          <>
            <Button icon={<DownloadOutlined />} href={books.statementAddress({ ...query, format: "xlsx" })} download>
              {t("导出 Excel", "Export xlsx")}
            </Button>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t("打印", "Print")}
            </Button>
          </>
        )
      }
    >
      <search className="filters no-print">
        {!operator && (
          <>
            <label htmlFor="statement-institution">
              <span>{t("机构", "Institution")}</span>
              <LinkPicker
                id="statement-institution"
                of="institution"
                value={query.institution}
                onChange={(id: string | undefined) => address.choose("institution", id)}
              />
            </label>
            <ProgrammeChoice address={address} value={query.programme} />
          </>
        )}
        <YearChoice address={address} value={query.year} />
        <DayChoice address={address} name="from" label={t("自", "From")} value={query.from} />
        <DayChoice address={address} name="to" label={t("至", "To")} value={query.to} />
      </search>
      {chosen ? <Sheet query={query} /> : <Empty text={t("请选择机构或项目", "Choose an institution or a programme")} />}
    </Page>
  );
}

function Sheet({ query }: { query: Record<string, string | undefined> }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const { jurisdiction } = useSession();
  const statement = useQuery({ queryKey: ["statement", query], queryFn: () => books.statement(query) });
  const lines = useQuery({ queryKey: ["statement-lines", query], queryFn: () => everyPage(books.statementLines, query) });
  return (
    <Loaded query={statement}>
      {(value) => (
        <section className="panel">
          <h2>{value.institutionName ?? name(value.programme ?? "")}</h2>
          <p>
            {jurisdiction && t(jurisdictionName(jurisdiction))} · {value.from} — {value.to}
            {value.fiscalYear ? t(` · ${value.fiscalYear} 年度资金`, ` · money of ${value.fiscalYear}`) : ""}
          </p>
          <Table<AccountTurnover>
            size="small"
            rowKey="account"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={value.accounts}
            columns={[
              { title: t("科目", "Account"), render: (_, row) => t(accountName(row.account)) },
              {
                title: t("期初余额（元）", "Opening (yuan)"),
                className: "amount",
                render: (_, row) => <Balance fen={row.openingFen} />,
              },
              {
                title: t("本期借方（元）", "Debit (yuan)"),
                className: "amount",
                render: (_, row) => <Money fen={row.debitFen} />,
              },
              {
                title: t("本期贷方（元）", "Credit (yuan)"),
                className: "amount",
                render: (_, row) => <Money fen={row.creditFen} />,
              },
              {
                title: t("期末余额（元）", "Closing (yuan)"),
                className: "amount",
                render: (_, row) => <Balance fen={row.closingFen} strong />,
              },
            ]}
          />
          <Loaded query={lines}>
            {(rows) => <Lines rows={rows} expected={value.kinds.reduce((sum, kind) => sum + kind.postings, 0)} />}
          </Loaded>
        </section>
      )}
    </Loaded>
  );
}

function Lines({ rows, expected }: { rows: StatementLine[]; expected: number }) {
  const { t } = useText();
  return (
    <>
      {rows.length < expected && (
        <p>
          {t(
            `本期共 ${expected} 条分录，此处列出前 ${rows.length} 条，全部请导出 Excel。`,
            `The period has ${expected} postings; these are the first ${rows.length}, the xlsx has all of them.`,
          )}
        </p>
      )}
      <Table<StatementLine>
        size="small"
        rowKey="sequence"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        locale={{ emptyText: <Empty text={t("本期没有分录", "No postings in the period")} /> }}
        columns={[
          { title: t("日期", "Day"), dataIndex: "postedOn" },
          { title: t("事项", "Event"), render: (_, row) => t(postingName(row.kind)) },
          { title: t("凭据", "Reference"), dataIndex: "reference" },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("机构", "Institution"), render: (_, row) => row.institutionName ?? "—" },
          { title: t("借", "Debit"), render: (_, row) => t(accountName(row.debit)) },
          { title: t("贷", "Credit"), render: (_, row) => t(accountName(row.credit)) },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
        ]}
      />
    </>
  );
}
