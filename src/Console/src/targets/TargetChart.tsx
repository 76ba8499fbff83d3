import type { Target } from "../api/types";
import { Chart } from "../shared/Chart";
import { useText } from "../shell/text";

/** Plan as a line, actual as bars, forecast dashed, over the years on record (ZS-02, HB-01). */
export function TargetChart({ target }: { target: Target }) {
  const { t } = useText();
  const forecast = target.forecast?.points ?? [];
  const years = [...new Set([...target.years, ...forecast].map((one) => one.year))].sort();
  if (years.length === 0) {
    return null;
  }
  const last = target.forecast?.years.at(-1);
  const yearOf = (year: number) => target.years.find((one) => one.year === year);
  // The dashed line begins where the recorded figures end.
  const predicted = (year: number) =>
    forecast.find((one) => one.year === year)?.value ?? (year === last ? yearOf(year)?.actual : undefined);
  const row = (kind: "bar" | "line", name: string, figure: (year: number) => Figure | null | undefined, dashed = false) => ({
    name,
    kind,
    dashed,
    values: years.map((year) => figure(year)?.plotted ?? null),
    texts: years.map((year) => figure(year)?.text ?? null),
  });
  return (
    <Chart
      title={t(target.label)}
      categoryName={t("年度", "Year")}
      categories={years.map((year) => (yearOf(year)?.interim ? t(`${year}（截至当日）`, `${year} (so far)`) : String(year)))}
      unit={target.kind === "ratio" ? "%" : target.kind === "amount" ? t("元", "yuan") : undefined}
      series={[
        row("line", t("计划", "Plan"), (year) => yearOf(year)?.plan),
        row("bar", t("实际", "Actual"), (year) => yearOf(year)?.actual),
        ...(forecast.length > 0 ? [row("line", t("预测", "Forecast"), predicted, true)] : []),
      ]}
    />
  );
}

type Figure = { text: string; plotted: number };
