import type { Sheet } from "../api/types";
import { sheetFigure } from "../shared/sheetFigure";
import { useText } from "../shell/text";

/** The figures of a finding, without the frame of a sheet. */
export function SheetFigures({ sheet }: { sheet: Sheet }) {
  const { t, language } = useText();
  const inputs = sheet.lines.flatMap((line) => line.inputs);
  return (
    <table className="figures">
      <tbody>
        {inputs.map((input) => (
          <tr key={input.label.en}>
            <th scope="row">{t(input.label)}</th>
            <td>{sheetFigure(input.value, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
