import type { AnswerChange } from "../../api/registers";
import type { Category, FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { figure } from "../figures";
import { answerText } from "./answerText";
import { fieldAt } from "./fieldAt";
import { LinkName } from "./LinkName";

type DifferenceTableProps = {
  fields: FormField[];
  categories: Category[];
  changes: AnswerChange[];
  names?: Record<string, string>;
};

/** The answers that changed, each before and after, as people read them. */
export function DifferenceTable({ fields, categories, changes, names = {} }: DifferenceTableProps) {
  const { t, language } = useText();
  const said = (asked: FormField | undefined, value: unknown) =>
    asked?.type === "link" && typeof value === "string" ? (
      <LinkName of={asked.of ?? ""} id={value} name={names[value]} />
    ) : asked ? (
      answerText(asked, value, { language, categories, names })
    ) : (
      figure("", value, language)
    );
  return (
    <div className="answer-table-frame">
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
            const asked = fieldAt(fields, field);
            return (
              <tr key={field}>
                <th scope="row">{t(asked?.label ?? field)}</th>
                <td>
                  <del>{said(asked?.field, before)}</del>
                </td>
                <td>
                  <ins>{said(asked?.field, after)}</ins>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
