import { DownloadOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Select, Table } from "antd";
import { Link, useSearchParams } from "react-router";
import { cycles } from "../api/cycles";
import { reporting } from "../api/reporting";
import type { MonitoredBody, Monitoring } from "../api/types";
import { DueDay } from "../periodicReports/DueDay";
import { OutlierMark } from "../periodicReports/FigureNotes";
import { ClaimedLegend, ClaimedMark } from "../shared/Claimed";
import { Empty } from "../shared/Empty";
import { useFiscalYears } from "../shared/fiscalYears";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { useReportSpans } from "../shared/reportSpans";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { Analyses } from "./Analyses";
import { Gaps } from "./Gaps";

/** What a span looks like, body by body: report, figures, gaps in the papers (ZS-23). */
export function MonitoringPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const [address, setAddress] = useSearchParams();
  const programme = address.get("programme") ?? programmes.options[0]?.value;
  const span = { year: address.get("year") ?? undefined, round: address.get("round") ?? undefined };
  const monitoring = useInfiniteQuery({
    queryKey: ["monitoring", programme, span],
    queryFn: ({ pageParam }) => reporting.monitoring({ programme, ...span, limit: "200", after: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    select: ({ pages }) => ({ ...(pages[0] as Monitoring), items: pages.flatMap((page) => page.items) }),
    enabled: !!programme,
  });
  const choose = (chosen: Record<string, string | undefined>) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      for (const [name, value] of Object.entries(chosen)) {
        value ? next.set(name, value) : next.delete(name);
      }
      return next;
    });
  const shown = monitoring.data?.round;
  const spans = useReportSpans(programme, span.year ?? (shown && String(shown.year)));
  return (
    <Page
      title={t("运行监测", "Monitoring")}
      lead={t(
        "各期定期报告、监测数据和档案缺项，附主管部门的分析。",
        "Each span's reports, figures and gaps in papers, with the bureau's analysis.",
      )}
    >
      <search className="filters no-print">
        <label htmlFor="monitoring-programme">
          <span>{t("项目", "Programme")}</span>
          <Select
            id="monitoring-programme"
            popupMatchSelectWidth={false}
            value={programme}
            options={programmes.options}
            onChange={(value) => choose({ programme: value, year: undefined, round: undefined })}
          />
        </label>
        <label htmlFor="monitoring-year">
          <span>{t("年度", "Year")}</span>
          <Select
            id="monitoring-year"
            value={span.year ?? (shown && String(shown.year))}
            options={years.options}
            onChange={(year) => choose({ year, round: "1" })}
          />
        </label>
        <label htmlFor="monitoring-round">
          <span>{t("期次", "Span")}</span>
          <Select
            id="monitoring-round"
            value={span.round ?? (shown && String(shown.number))}
            options={spans.options}
            onChange={(round) => choose({ year: span.year ?? (shown && String(shown.year)), round })}
          />
        </label>
      </search>
      <Loaded query={monitoring}>
        {(value) => (
          <>
            <p className="secondary">
              {t(
                `${value.round.from} 至 ${value.round.to}，报送期限 ${value.round.dueOn}；档案缺项截至 ${value.on}。`,
                `${value.round.from} to ${value.round.to}, due on ${value.round.dueOn}; gaps in papers as of ${value.on}.`,
              )}
            </p>
            <Bodies monitoring={value} />
            {value.items.some((row) => row.claimed.length > 0) && <ClaimedLegend />}
            <Exports round={value.round} />
            {monitoring.hasNextPage && (
              <Button loading={monitoring.isFetchingNextPage} onClick={() => void monitoring.fetchNextPage()}>
                {t(`已显示 ${value.items.length} 家，载入更多`, `${value.items.length} shown; load more`)}
              </Button>
            )}
            <Analyses round={value.round} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The whole span as a file, with a column that names the figures without evidence. */
function Exports({ round }: { round: Monitoring["round"] }) {
  const { t } = useText();
  const { programme, year, number } = round;
  return (
    <p className="no-print">
      {(["xlsx", "csv"] as const).map((format) => (
        <Button
          key={format}
          type="link"
          icon={<DownloadOutlined />}
          href={cycles.exportAddress({ programme, year: String(year), round: String(number), format })}
          download
        >
          {format === "xlsx" ? t("导出 Excel 工作簿", "Export as Excel workbook") : t("导出 CSV 文件", "Export as CSV")}
        </Button>
      ))}
    </p>
  );
}

function Bodies({ monitoring }: { monitoring: Monitoring }) {
  const { t } = useText();
  const { category } = useWords(monitoring.round.programme, monitoring.round.to);
  const { programme, year, number } = monitoring.round;
  const outliers = useQuery({
    queryKey: ["outliers", programme, year, number],
    queryFn: () => cycles.outliers({ programme, year: String(year), round: String(number) }),
  });
  const far = (row: MonitoredBody, figure: string) =>
    (outliers.data?.items.find((one) => one.institutionId === row.institutionId)?.outliers ?? []).filter(
      (one) => one.figure === figure,
    );
  return (
    <Table<MonitoredBody>
      size="small"
      rowKey="institutionId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={monitoring.items}
      locale={{ emptyText: <Empty text={t("该期没有应监测的机构", "No body was to be monitored")} /> }}
      columns={[
        {
          title: t("机构", "Institution"),
          fixed: "left",
          render: (_, row) => (
            <>
              <Link to={`/institutions/${row.institutionId}`}>{row.institutionName}</Link>
              <div className="secondary">
                {category(row.category)} · <Link to={`/monitoring/trend/${row.institutionId}`}>{t("历期数据", "Trend")}</Link>
              </div>
            </>
          ),
        },
        { title: t("状态", "Standing"), render: (_, row) => row.standing && <Status value={row.standing} of="standing" /> },
        {
          title: t("定期报告", "Report"),
          render: (_, row) =>
            row.report ? (
              <>
                <Link to={`/periodic-reports/${row.report.id}`}>
                  <Status value={row.report.status} of="report" />
                </Link>
                {(row.report.overdue || row.report.late) && (
                  <div>
                    <DueDay report={row.report} />
                  </div>
                )}
              </>
            ) : (
              "—"
            ),
        },
        { title: t("档案缺项", "Gaps in papers"), render: (_, row) => <Gaps gaps={row.gaps} /> },
        ...monitoring.indicators.map((indicator) => ({
          title: t(indicator.label),
          className: "amount",
          render: (_: unknown, row: MonitoredBody) => (
            <>
              <Figure type={indicator.type} value={row.indicators?.[indicator.name]} />
              {row.claimed.includes(indicator.name) && <ClaimedMark />}
              {far(row, indicator.name).map((one) => (
                <div key={one.against}>
                  <OutlierMark outlier={one} amount={indicator.type === "amount"} />
                </div>
              ))}
            </>
          ),
        })),
      ]}
    />
  );
}

function Figure({ type, value }: { type: string; value: unknown }) {
  return typeof value !== "number" ? "—" : type === "amount" ? <Money fen={value} /> : value.toLocaleString("zh-CN");
}
