import { useQuery } from "@tanstack/react-query";
import { type ShadowRunDetail, type ShadowSummary, shadowRuns } from "../api/shadowRuns";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

/** By body, what could not be read or looked at, the method, and the files by their hash. */
export function ReportFoot({ value, summary }: { value: ShadowRunDetail; summary: ShadowSummary }) {
  const { t } = useText();
  const { run, tables } = value;
  const files = [...new Map(tables.map((table) => [table.sha256, table.fileName]))];
  return (
    <>
      {summary.bodies.length > 0 && (
        <section>
          <h3 className="shadow-section">{t("按单位", "By body")}</h3>
          <table className="shadow-figures">
            <tbody>
              {summary.bodies.map((body) => (
                <tr key={body.name}>
                  <th scope="row">{body.name}</th>
                  <td>{t(`${body.findings} 项`, `${body.findings} findings`)}</td>
                  <td>
                    <Money fen={body.countedFen} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {run.faults > 0 && <Faults value={value} />}
      <section>
        <h3 className="shadow-section">{t("说明", "Notes")}</h3>
        <ul className="plain-list">
          {summary.notChecked.map((one) => (
            <li key={one.clauseId}>
              <strong>
                {t("未核对", "Not looked at")} {one.clauseId}
              </strong>{" "}
              {t(one.why)}
            </li>
          ))}
          {summary.rowsBefore > 0 && (
            <li>
              {t(
                `${summary.rowsBefore} 笔拨付早于规则施行日 ${run.packFrom}，按施行日的规则演练，不构成违规认定。`,
                `${summary.rowsBefore} payments are from before ${run.packFrom}, when the rules came into force; they are held against that day's rules as a rehearsal, which says nothing of a breach.`,
              )}
            </li>
          )}
          <li>
            {t(
              "全部数字由政策规则包计算，与平台办理拨付、结算、追缴时所用的规则相同；台账未入账。",
              "Every figure is worked out by the policy pack, the same rules by which the platform pays, settles and claims back; nothing entered the books.",
            )}
          </li>
          <li>
            {t("规则校验值 ", "Pack hash ")}
            <code>{run.packHash}</code>
          </li>
          {files.map(([hash, name]) => (
            <li key={hash}>
              {name} · SHA-256 <code>{hash}</code>
            </li>
          ))}
        </ul>
        <p className="shadow-signed">
          {run.begun.name} · {(run.doneAt ?? run.begun.at).slice(0, 10)}
        </p>
      </section>
    </>
  );
}

/** The rows that could not be read: they are in no sum. */
function Faults({ value }: { value: ShadowRunDetail }) {
  const { t } = useText();
  const list = useQuery({
    queryKey: ["shadow-faults", value.run.id],
    queryFn: () => shadowRuns.faults(value.run.id, { limit: "100" }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const faults = list.data?.items ?? [];
  const left = value.run.faults - faults.length;
  return (
    <section>
      <h3 className="shadow-section">
        {t(
          `未能读取的行（${value.run.rowsLeftOut} 行，不计入任何合计）`,
          `Rows that could not be read (${value.run.rowsLeftOut}, in no sum)`,
        )}
      </h3>
      <table className="shadow-figures shadow-faults">
        <tbody>
          {faults.map((fault) => (
            <tr key={fault.number}>
              <th scope="row">
                {value.tables.find((table) => table.number === fault.table)?.name} {t(`第 ${fault.line} 行`, `row ${fault.line}`)}{" "}
                · {t(fault.columnZh, fault.columnEn)}
              </th>
              <td>{fault.value}</td>
              <td>{t(fault)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="secondary">{t(`另有 ${left} 处`, `and ${left} more`)}</p>}
    </section>
  );
}
