import type { Pack } from "../api/types";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { usePack, usePacks } from "./programmes";

const turns: Record<Pack["cycles"][number]["every"], number> = { year: 1, "half-year": 2, quarter: 4, month: 12 };

/** How many spans of reports a pack has in a year; none where it asks for no reports. */
export const spansOf = (pack: Pack | undefined): number => {
  const cycle = pack?.cycles.find((one) => one.name === "periodic-report");
  return cycle ? turns[cycle.every] : 0;
};

/** The spans of a programme's reports in a year by the pack of that year, for pickers; without a programme those of all together. */
export function useReportSpans(programme: string | undefined, year?: string) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const past = year && year < today.slice(0, 4) ? `${year}-12-31` : undefined;
  const now = usePack(programme).data;
  const then = usePack(past ? programme : undefined, past).data;
  const all = usePacks();
  const most = Math.max(1, ...(programme ? [spansOf(then ?? now)] : all.map(spansOf)));
  return {
    most,
    options: Array.from({ length: most }, (_, index) => String(index + 1)).map((value) => ({
      value,
      label: t(`第 ${value} 期`, `No. ${value}`),
    })),
  };
}
