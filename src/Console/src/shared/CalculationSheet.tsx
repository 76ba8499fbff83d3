import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { Sheet, SheetLine } from "../api/types";
import { useText } from "../shell/text";
import { Cited } from "./Clause";
import { sheetFigure } from "./sheetFigure";
import "./CalculationSheet.css";

/**
 * How every figure of a decision came about, for screen and for A4: clause with its sentence, inputs, rounding, result, and the
 * pack's day and hash, so that anyone can go from the amount to the sentence that caused it.
 */
export function CalculationSheet({ sheet, subject }: { sheet: Sheet; subject?: string }) {
  const { t } = useText();
  return (
    <article className="sheet printable" aria-label={t("计算书", "Calculation sheet")}>
      <header>
        <h2>{t(sheet.title)}</h2>
        <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("打印", "Print")}
        </Button>
      </header>
      <dl className="sheet-head">
        {subject && <Head name={t("对象", "Subject")} value={subject} />}
        {sheet.programmeTitle && <Head name={t("项目", "Programme")} value={t(sheet.programmeTitle)} />}
        {sheet.packFrom && <Head name={t("规则版本", "Pack in force from")} value={sheet.packFrom} />}
        {sheet.packHash && <Head name={t("规则校验值", "Pack hash")} value={<code>{sheet.packHash}</code>} />}
      </dl>
      <ol className="sheet-lines">
        {sheet.lines.map((line, index) => (
          // One figure may stand in two calculations of a sheet; its place is its name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <Line key={index} line={line} />
        ))}
      </ol>
    </article>
  );
}

function Head({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const roundings = {
  "half-even": { zh: "四舍六入五成双，至分", en: "half to even, to the fen" },
  floor: { zh: "舍去分以下", en: "down to the fen" },
};

function Line({ line }: { line: SheetLine }) {
  const { t, language } = useText();
  return (
    <li>
      <div className="sheet-line-head">
        <span className="sheet-label">{t(line.label)}</span>
        <Cited citation={line} />
        <span className="sheet-result">{sheetFigure(line.result, language)}</span>
      </div>
      {line.quote && <blockquote>{line.quote}</blockquote>}
      {line.decision && (
        <p className="sheet-decision">
          {t("文件未规定，本局决定：", "Left open by the document, decided by the bureau: ")}
          {line.decision.number} · {line.decision.date} · {t(line.decision)}
        </p>
      )}
      {(line.inputs.length > 0 || line.rounding) && (
        <table className="figures">
          <tbody>
            {line.inputs.map((input) => (
              <tr key={input.label.en}>
                <th scope="row">{t(input.label)}</th>
                <td>{sheetFigure(input.value, language)}</td>
              </tr>
            ))}
            {line.rounding && (
              <tr>
                <th scope="row">{t("舍入", "Rounding")}</th>
                <td>{t(roundings[line.rounding])}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </li>
  );
}
