import type { Target } from "../api/types";
import { useText } from "../shell/text";
import { brief } from "./brief";

/** A year of a target: what was reached, what was planned, what is forecast. */
export function YearCell({ target, year }: { target: Target; year: number }) {
  const { t, language } = useText();
  const known = target.years.find((one) => one.year === year);
  const forecast = target.forecast?.points.find((one) => one.year === year)?.value;
  if (!known && !forecast) {
    return <span className="secondary">—</span>;
  }
  return (
    <>
      {known?.actual && (
        <strong className={known.reached === false ? "target-short" : undefined} title={known.actual.text}>
          {brief(known.actual, language)}
          {known.interim && <sup title={t("截至当日", "so far")}>*</sup>}
        </strong>
      )}
      {known?.plan && (
        <div className="secondary" title={known.plan.text}>
          {t("计划 ", "plan ")}
          {brief(known.plan, language)}
        </div>
      )}
      {forecast && (
        <div className="target-forecast" title={forecast.text}>
          {t("预测 ", "forecast ")}
          {brief(forecast, language)}
        </div>
      )}
    </>
  );
}
