import { useText } from "../shell/text";

/** The mark at a figure without evidence (EI-08); the legend stands under its table. */
export function ClaimedMark() {
  const { t } = useText();
  const said = t("自报，没有证明材料", "Claimed, without evidence");
  return (
    <sup role="img" title={said} aria-label={said}>
      *
    </sup>
  );
}

export function ClaimedLegend() {
  const { t } = useText();
  return (
    <p className="secondary">
      {t(
        "* 自报：没有证明材料的数据，或者含有这类数据的合计。",
        "* Claimed: a figure without evidence, or a sum with one in it.",
      )}
    </p>
  );
}
