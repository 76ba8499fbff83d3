import type { ReportDetail } from "../api/cycles";
import { figure } from "../shared/figures";
import { usePack, useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

/** The report as it is printed and filed. */
export function ReportSheet({ detail }: { detail: ReportDetail }) {
  const { t, language } = useText();
  const { report } = detail;
  const pack = usePack(report.programme, report.to).data;
  const { name } = useProgrammes();
  const accepted = detail.steps.findLast((step) => step.what === "accepted");
  return (
    <article className="sheet printable">
      <h3>
        {report.institutionName}
        {t(`${report.year}年第${report.round}期报告`, `, report ${report.round} of ${report.year}`)}
      </h3>
      <p>
        {name(report.programme)} · {report.from} — {report.to}
      </p>
      {(pack?.sections ?? []).map((section) => (
        <section key={section.name}>
          <h4>{t(section.label)}</h4>
          <p className="answer-text">{detail.sections[section.name] || t("（无）", "(none)")}</p>
        </section>
      ))}
      <h4>{t("数据", "Figures")}</h4>
      <table className="answer-table">
        <thead>
          <tr>
            <th scope="col">{t("数据项", "Figure")}</th>
            <th scope="col">{t("本期", "This span")}</th>
            <th scope="col">{t("上年同期", "Last year")}</th>
            <th scope="col">{t("依据", "Basis")}</th>
            <th scope="col">{t("说明", "Explanation")}</th>
          </tr>
        </thead>
        <tbody>
          {(pack?.indicators ?? []).map((one) => {
            const as = one.type === "amount" ? "amountFen" : "";
            return (
              <tr key={one.name}>
                <th scope="row">{t(one.label)}</th>
                <td>{figure(as, detail.indicators[one.name], language)}</td>
                <td>{figure(as, detail.lastYear?.indicators[one.name], language)}</td>
                <td>{basis(detail, one.name, t)}</td>
                <td>{detail.explanations[one.name]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p>
        {t("报送日期：", "Handed in: ")}
        {report.submittedOn ?? "—"} {t("接收：", "Accepted by: ")}
        {accepted?.byName ?? "________"}
      </p>
    </article>
  );
}

/** What a figure rests on; nothing where none is given. */
const basis = ({ claimed, indicators }: ReportDetail, name: string, t: (zh: string, en: string) => string) =>
  claimed.includes(name) ? t("自报", "Claimed") : (indicators[name] ?? null) === null ? "—" : t("有证明材料", "Evidence");
