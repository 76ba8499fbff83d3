import { useQuery } from "@tanstack/react-query";
import { cycles, type ReportDetail } from "../api/cycles";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { DifferenceTable } from "../shared/packForm/DifferenceTable";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";
import { sectionFields } from "./reportFields";

/** What the body changed since it was returned: readers look at that, not at the whole again. */
export function ReportDifference({ detail }: { detail: ReportDetail }) {
  const { t } = useText();
  const pack = usePack(detail.report.programme, detail.report.to).data;
  const times = detail.steps.filter((step) => step.what === "submitted").length;
  const difference = useQuery({
    queryKey: ["report-difference", detail.report.id, times],
    queryFn: () => cycles.difference(detail.report.id),
  });
  return (
    <section className="panel">
      <h2>{t(`与上次报送的差异（第 ${times} 次报送）`, `What changed since it was handed in before (no. ${times})`)}</h2>
      <Loaded query={difference}>
        {({ changes }) =>
          changes.length === 0 ? (
            <Empty text={t("内容没有变化", "Nothing has changed")} />
          ) : (
            <DifferenceTable
              fields={[...sectionFields(pack), ...(pack?.indicators ?? [])]}
              categories={[]}
              changes={changes.map(({ name, before, after }) => ({ field: name, before, after }))}
            />
          )
        }
      </Loaded>
    </section>
  );
}
