import { Alert } from "antd";
import { sentence, toProblem } from "../api/problem";
import { type Text, useText } from "../shell/text";
import { Clause } from "./Clause";
import { figure, figureName } from "./figures";
import { problemsOf } from "./problems";

const advice: Record<number, Text> = {
  0: {
    zh: "请检查网络后重试；同一表单重复提交不会重复付款。",
    en: "Check the network and try again; the same form sent twice never pays twice.",
  },
  400: { zh: "请按提示改正后再提交。", en: "Correct it as said and send it again." },
  401: { zh: "请在新窗口登录后回到本页重试。", en: "Sign in in another window, then come back and try again." },
  403: { zh: "请交由具备相应职责的人员办理。", en: "Hand it to somebody whose duty it is." },
  409: {
    zh: "请核对下列数字与条款，或按决定调整后再办理。",
    en: "Check the figures and the clause below, or adjust by decision first.",
  },
  412: { zh: "请载入最新内容后再修改。", en: "Load the latest content, then edit again." },
  503: { zh: "系统未作任何变更，请稍后重试。", en: "Nothing was changed; please try again shortly." },
};

/** A clause of a document or of the platform; a refusal may name a field or a header in its place. */
const clausePattern = /^[A-Z]{1,3}-\d+$/;

/** What fits a small table: not the lists and objects that a refusal carries for programs. */
const isFigure = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  (typeof value !== "object" || (Array.isArray(value) && value.every((one) => typeof one !== "object")));

/** A refusal for people: what was refused, by which clause, with which figures, and what to do next. */
export function RefusalAlert({ error }: { error: unknown }) {
  const { t, language } = useText();
  if (!error) {
    return null;
  }
  const problem = toProblem(error);
  const inputs = Object.entries(problem.inputs ?? {}).filter(([name, value]) => !/(Id|Ids|Hash)$/.test(name) && isFigure(value));
  const problems = problemsOf(problem);
  const next = advice[problem.status];
  return (
    <Alert
      className="refusal"
      type={problem.status === 503 || problem.status === 0 ? "warning" : "error"}
      showIcon
      role="alert"
      title={
        <span className="refusal-title">
          {problems.length > 0
            ? t(`有 ${problems.length} 处需要补正：`, `${problems.length} item(s) need mending:`)
            : sentence(problem, language)}{" "}
          {problem.clause && clausePattern.test(problem.clause) && <Clause id={problem.clause} />}
        </span>
      }
      description={
        <>
          {inputs.length > 0 && (
            <table className="figures">
              <tbody>
                {inputs.map(([name, value]) => (
                  <tr key={name}>
                    <th scope="row">{figureName(name, language)}</th>
                    <td>{figure(name, value, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {problems.length > 0 && (
            <ul className="problems">
              {problems.map((one) => (
                <li key={`${one.field ?? one.line} ${one.column ?? ""} ${one.zh}`}>
                  {one.line !== undefined && t(`第 ${one.line} 行“${one.column}”：`, `Line ${one.line}, '${one.column}': `)}
                  {t(one.zh, one.en)} {one.clauseId && <Clause id={one.clauseId} />}
                </li>
              ))}
            </ul>
          )}
          {next && <p className="refusal-next">{t(next)}</p>}
          {problem.traceId && (
            <p className="trace">
              {t("问题编号", "Problem number")} <code>{problem.traceId}</code>
            </p>
          )}
        </>
      }
    />
  );
}
