import type { AnswerChange } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { answerText } from "../shared/packForm/answerText";
import { useText } from "../shell/text";
import { fieldAt } from "./words";

type DifferenceTableProps = { pack: Pack; register: Register; changes: AnswerChange[]; names: Record<string, string> };

/** What an amendment changed, before and after. */
export function DifferenceTable({ pack, register, changes, names }: DifferenceTableProps) {
  const { t, language } = useText();
  const words = { language, categories: pack.categories, names };
  return (
    <table className="answer-table difference">
      <thead>
        <tr>
          <th scope="col">{t("项目", "Field")}</th>
          <th scope="col">{t("修改前", "Before")}</th>
          <th scope="col">{t("修改后", "After")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => {
          const asked = fieldAt(register.fields, field);
          const text = (value: unknown) => (asked ? answerText(asked.field, value, words) : JSON.stringify(value ?? null));
          return (
            <tr key={field}>
              <th scope="row">{t(asked?.label ?? field)}</th>
              <td>
                <del>{text(before)}</del>
              </td>
              <td>
                <ins>{text(after)}</ins>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
