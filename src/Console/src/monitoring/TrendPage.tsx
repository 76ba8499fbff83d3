import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useParams } from "react-router";
import { cycles, type Trend } from "../api/cycles";
import { Chart } from "../shared/Chart";
import { ClaimedLegend, ClaimedMark } from "../shared/Claimed";
import { Empty } from "../shared/Empty";
import { figure } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

const fenPerYuan = 100;

/** A body's figures over its last spans; what has no evidence is marked as claimed (EI-08). */
export function TrendPage() {
  const { t } = useText();
  const { institution = "" } = useParams();
  const { name } = useProgrammes();
  const trend = useQuery({ queryKey: ["trend", institution], queryFn: () => cycles.trend(institution) });
  return (
    <Loaded query={trend}>
      {(value) => (
        <Page
          title={t(`${value.institutionName} · 历期数据`, `${value.institutionName}: the last spans`)}
          parent={{ to: "/monitoring", name: t("运行监测", "Monitoring") }}
          lead={name(value.programme)}
        >
          {value.points.length > 1 && <Charts trend={value} />}
          {value.points.length === 0 ? (
            <Empty text={t("尚无已报送的数据", "Nothing was handed in yet")} />
          ) : (
            <>
              <Spans trend={value} />
              {value.points.some((point) => point.claimed.length > 0) && <ClaimedLegend />}
            </>
          )}
        </Page>
      )}
    </Loaded>
  );
}

/** A line for each figure; amounts drawn in yuan, with the exact ones beside. */
function Charts({ trend }: { trend: Trend }) {
  const { t, language } = useText();
  return (
    <div className="charts">
      {trend.indicators.map((one) => {
        const isAmount = one.type === "amount";
        const figures = trend.points.map((point) => point.indicators[one.name]);
        return (
          <Chart
            key={one.name}
            title={t(one.label)}
            categoryName={t("报告期", "Span")}
            categories={trend.points.map((point) => `${point.year}-${point.round}`)}
            unit={isAmount ? t("元", "yuan") : undefined}
            series={[
              {
                name: t(one.label),
                kind: "line",
                values: figures.map((value) => (typeof value === "number" ? (isAmount ? value / fenPerYuan : value) : null)),
                texts: figures.map((value) => figure(isAmount ? "amountFen" : "", value, language)),
              },
            ]}
          />
        );
      })}
    </div>
  );
}

function Spans({ trend }: { trend: Trend }) {
  const { t, language } = useText();
  return (
    <Table<Trend["indicators"][number]>
      size="small"
      rowKey="name"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={trend.indicators}
      columns={[
        { title: t("数据项", "Figure"), fixed: "left", render: (_, one) => t(one.label) },
        ...trend.points.map((point) => ({
          title: <Link to={`/periodic-reports/${point.reportId}`}>{`${point.year}-${point.round}`}</Link>,
          className: "amount",
          render: (_: unknown, one: Trend["indicators"][number]) => (
            <>
              {figure(one.type === "amount" ? "amountFen" : "", point.indicators[one.name], language)}
              {point.claimed.includes(one.name) && <ClaimedMark />}
            </>
          ),
        })),
      ]}
    />
  );
}
