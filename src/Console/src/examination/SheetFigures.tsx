import type { Sheet } from "../api/types";
import { sheetFigure } from "../shared/sheetFigure";
import { useText } from "../shell/text";
import { useAnswerWords } from "./answerWords";

/** The figures of a finding, each once and in the form's words, without the frame of a sheet. */
export function SheetFigures({ sheet, programme }: { sheet: Sheet; programme: string }) {
  const { t, language } = useText();
  const inWords = useAnswerWords(programme);
  const figures = new Map(
    sheet.lines.flatMap((line) => line.inputs).map(({ label, value }) => [t(label), inWords(sheetFigure(value, language))]),
  );
  return (
    <table className="figures">
      <tbody>
        {[...figures].map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
