import type { PeriodicReportDetail } from "../api/types";
import { Cited } from "../shared/Clause";
import { PackForm } from "../shared/packForm/PackForm";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

/** A report as it was handed in. */
export function ReadReport({ detail }: { detail: PeriodicReportDetail }) {
  const { t } = useText();
  const pack = usePack(detail.report.programme).data;
  return (
    <>
      <section className="panel pack-form">
        <h2>{t("报告内容", "The report")}</h2>
        {(pack?.sections ?? []).map((section) => (
          <div key={section.name} className="question question-read">
            <div className="question-label">
              <span>{t(section.label)}</span>
              <Cited citation={section.citation} />
            </div>
            <div className="answer answer-text">{detail.sections[section.name] || "—"}</div>
          </div>
        ))}
      </section>
      <section className="panel">
        <h2>{t("监测数据", "Figures")}</h2>
        <PackForm fields={pack?.indicators ?? []} answers={detail.indicators} readOnly />
      </section>
    </>
  );
}
