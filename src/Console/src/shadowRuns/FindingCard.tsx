import type { ShadowFinding, ShadowTable } from "../api/shadowRuns";
import { Cited } from "../shared/Clause";
import { Money } from "../shared/Money";
import { sheetFigure } from "../shared/sheetFigure";
import { useText } from "../shell/text";
import { groups, kinds } from "./words";

/** One finding: what, how much, which sentence, which figures, which rows, and what the platform would have answered. */
export function FindingCard({ finding, tables }: { finding: ShadowFinding; tables: ShadowTable[] }) {
  const { t } = useText();
  const { citation, refusal } = finding.detail;
  return (
    <li className={`shadow-finding shadow-edge-${finding.group}`}>
      <div className="shadow-finding-head">
        <span className="shadow-number">{finding.number}</span>
        <Cited citation={citation} />
        <strong>{t(kinds[finding.kind] ?? { zh: finding.kind, en: finding.kind })}</strong>
        <span className={`shadow-tag shadow-${finding.group}`}>{t(groups[finding.group])}</span>
        {finding.amountFen > 0 && (
          <span className="shadow-amount">
            <Money fen={finding.amountFen} strong /> {t("元", "yuan")}
          </span>
        )}
      </div>
      <p className="shadow-text">{t(finding)}</p>
      <blockquote>
        {citation.decision ? `${citation.decision.number} · ${t(citation.decision)}` : citation.quote}
        <cite>
          {citation.clauseId}
          {citation.source === "bureau" && t(" · 文件未规定，本局决定", " · left open by the document, decided by the bureau")}
        </cite>
      </blockquote>
      <Figures finding={finding} />
      {finding.countedFen < finding.amountFen && (
        <p className="secondary">
          {t("其中计入合计", "Of it counted in the total: ")} <Money fen={finding.countedFen} />{" "}
          {t("元，其余已由其他问题计入。", "yuan; other findings count the rest.")}
        </p>
      )}
      {refusal && (
        <p className="shadow-refusal">
          <span>{t("平台当时会这样答复", "The platform would have answered")}</span>
          {t(refusal)}
        </p>
      )}
      <Rows finding={finding} tables={tables} />
    </li>
  );
}

/** The figures of the calculation sheet, each with the clause that caused it. */
function Figures({ finding }: { finding: ShadowFinding }) {
  const { t, language } = useText();
  return (
    <table className="shadow-figures">
      <tbody>
        {finding.detail.sheet.lines.map((line, at) => (
          // One figure may stand in two calculations of a sheet; its place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={at}>
            <th scope="row">
              {t(line.label)}
              {line.inputs.length > 0 && (
                <span className="secondary">
                  {line.inputs.map((input) => `${t(input.label)} ${sheetFigure(input.value, language)}`).join(t("；", "; "))}
                </span>
              )}
            </th>
            <td>{line.clauseId}</td>
            <td>{sheetFigure(line.result, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The rows of the files that it comes from, as they stand there. */
function Rows({ finding, tables }: { finding: ShadowFinding; tables: ShadowTable[] }) {
  const { t } = useText();
  const { rows, rowsInAll } = finding.detail;
  const used = tables.filter((table) => rows.some((row) => row.table === table.number));
  return (
    <div className="shadow-rows">
      {used.map((table) => (
        <table key={table.number}>
          <caption>
            {t("出处：", "From: ")}
            {table.fileName} · {table.name}
          </caption>
          <thead>
            <tr>
              <th>{t("行", "Row")}</th>
              {table.read.map((column) => (
                <th key={column.key}>{column.title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.table === table.number)
              .map((row) => (
                <tr key={row.line}>
                  <td>{row.line}</td>
                  {table.read.map((column, at) => (
                    <td key={column.key}>{row.cells[at]}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      {rowsInAll > rows.length && (
        <p className="secondary">{t(`另有 ${rowsInAll - rows.length} 行`, `and ${rowsInAll - rows.length} more rows`)}</p>
      )}
    </div>
  );
}
