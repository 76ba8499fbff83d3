import type { ReportDetail } from "../api/cycles";
import { PackForm } from "../shared/packForm/PackForm";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";
import { EvidenceFiles } from "./EvidenceFiles";
import { ChangeMark, OutlierMark } from "./FigureNotes";
import { sectionFields } from "./reportFields";

/** A report as it was handed in: each figure with its evidence, what is remarkable about it, and what the body says of that. */
export function ReadReport({ detail }: { detail: ReportDetail }) {
  const { t } = useText();
  const pack = usePack(detail.report.programme, detail.report.to).data;
  return (
    <>
      <section className="panel">
        <h2>{t("报告内容", "The report")}</h2>
        <PackForm fields={sectionFields(pack)} answers={detail.sections} readOnly />
      </section>
      <section className="panel">
        <h2>{t("数据", "Figures")}</h2>
        <PackForm
          fields={pack?.indicators ?? []}
          answers={detail.indicators}
          readOnly
          notes={Object.fromEntries(
            (pack?.indicators ?? []).map(({ name, type }) => {
              const change = detail.changes.find((one) => one.figure === name);
              return [
                name,
                <div key={name}>
                  <EvidenceFiles reportId={detail.report.id} figure={name} files={detail.evidence} />
                  {change && <ChangeMark change={change} amount={type === "amount"} explanation={detail.explanations[name]} />}
                  {detail.outliers
                    .filter((one) => one.figure === name)
                    .map((one) => (
                      <OutlierMark key={one.against} outlier={one} amount={type === "amount"} />
                    ))}
                </div>,
              ];
            }),
          )}
        />
      </section>
    </>
  );
}
