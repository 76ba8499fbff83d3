import { useEffect, useRef } from "react";
import { useText } from "../shell/text";
import "./Chart.css";

/** What one row of bars or one line shows; `texts` are the exact figures where the drawn numbers are rounded. */
export type ChartSeries = {
  name: string;
  kind: "bar" | "line";
  dashed?: boolean;
  values: (number | null)[];
  texts?: (string | null)[];
};

type ChartProps = {
  title: string;
  /** What the categories are: years, districts. */
  categoryName: string;
  categories: string[];
  series: ChartSeries[];
  /** What the numbers are in: %, 元. */
  unit?: string;
  height?: number;
};

const colours = ["#1677ff", "#d48806", "#389e0d", "#c41d7f", "#531dab", "#08979c"];
const defaultHeight = 280;
const narrowest = 320;

/**
 * Bars and lines over categories, drawn as SVG (sharp in print). Who cannot see it, or wants the figures, opens the table behind it.
 * The drawing library is loaded with the first chart; the table is there without it.
 */
export function Chart({ title, categoryName, categories, series, unit, height = defaultHeight }: ChartProps) {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  // Redrawn when what it shows changes, not when a parent is drawn anew with the same figures.
  const drawn = JSON.stringify({ categories, series, unit });

  useEffect(() => {
    const shown: Pick<ChartProps, "categories" | "series" | "unit"> = JSON.parse(drawn);
    let dispose = () => {};
    let gone = false;
    void import("./chartEngine").then(({ init }) => {
      if (gone || !place.current) {
        return;
      }
      const chart = init(place.current, null, {
        renderer: "svg",
        width: Math.max(place.current.clientWidth, narrowest),
        height,
      });
      chart.setOption(optionOf(shown));
      const watch = new ResizeObserver(() =>
        chart.resize({ width: Math.max(place.current?.clientWidth ?? 0, narrowest), height, animation: { duration: 0 } }),
      );
      watch.observe(place.current);
      dispose = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      dispose();
    };
  }, [drawn, height]);

  return (
    <figure className="chart">
      <figcaption>
        {title}
        {unit && t(`（${unit}）`, ` (${unit})`)}
      </figcaption>
      <div ref={place} className="chart-drawing" style={{ height }} aria-hidden="true" />
      <details className="chart-data">
        <summary className="no-print">{t("数据表", "The figures as a table")}</summary>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{categoryName}</th>
              {series.map((one) => (
                <th key={one.name} scope="col">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr key={category}>
                <th scope="row">{category}</th>
                {series.map((one) => (
                  <td key={one.name} className="amount">
                    {one.texts?.[index] ?? one.values[index]?.toLocaleString("zh-CN") ?? "—"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** How it is drawn: bars solid, lines with a mark at each figure, a forecast dashed. */
function optionOf({ categories, series, unit }: Pick<ChartProps, "categories" | "series" | "unit">) {
  return {
    animation: false,
    color: colours,
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, type: "plain" as const },
    tooltip: { trigger: "axis" as const },
    xAxis: { type: "category" as const, data: categories, axisLabel: { hideOverlap: true } },
    yAxis: { type: "value" as const, name: unit, nameLocation: "end" as const },
    series: series.map((one) =>
      one.kind === "bar"
        ? { type: "bar" as const, name: one.name, data: one.values, barMaxWidth: 36 }
        : {
            type: "line" as const,
            name: one.name,
            data: one.values,
            connectNulls: true,
            symbolSize: 7,
            lineStyle: { type: one.dashed ? ("dashed" as const) : ("solid" as const), width: 2 },
          },
    ),
  };
}
