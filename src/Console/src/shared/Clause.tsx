import { Popover, Tag } from "antd";
import type { Citation } from "../api/types";
import { useInterpretations } from "../interpretations/Interpretations";
import { useText } from "../shell/text";

type ClauseProps = { id: string } & Partial<Omit<Citation, "clauseId">>;

/**
 * The clause that caused a figure, as a tag; opened (by pointer or keyboard) it shows the sentence itself. A value that the
 * document leaves open and the bureau decided is coloured differently: it must never look like law. What the bureau has
 * interpreted stands beside the sentence (ZS-33).
 */
export function Clause({ id, quote, source, decision }: ClauseProps) {
  const { t } = useText();
  const interpretations = useInterpretations(id);
  const bureau = source === "bureau";
  const platform = source === "platform" || id.startsWith("P-");
  const origin = bureau
    ? t("文件未规定，本局决定", "Left open by the document, decided by the bureau")
    : platform
      ? t("平台规则", "Rule of the platform")
      : t("文件原文", "Text of the document");
  const tag = (
    <Tag className={bureau ? "clause clause-bureau" : "clause"} variant="outlined">
      {id}
      {bureau && <span className="clause-mark">{t("局定", "bureau")}</span>}
      {interpretations.length > 0 && <span className="clause-mark">{t("释", "interpreted")}</span>}
    </Tag>
  );
  if (!quote && !decision && interpretations.length === 0) {
    return tag;
  }
  return (
    <Popover
      trigger={["hover", "focus"]}
      classNames={{ root: "clause-popover" }}
      title={`${id} · ${origin}`}
      content={
        <div className="clause-body">
          {quote && <blockquote>{quote}</blockquote>}
          {decision && (
            <p>
              {decision.number} · {decision.date} · {t(decision)}
            </p>
          )}
          {interpretations.map((one) => (
            <p key={one.id}>
              {t("主管部门解释：", "The bureau's interpretation: ")}
              {one.text}{" "}
              <span className="secondary">
                {one.documentNumber} · {one.issuedOn}
              </span>
            </p>
          ))}
        </div>
      }
    >
      <button type="button" className="clause-button" aria-label={t(`条款 ${id}，查看原文`, `Clause ${id}, show the text`)}>
        {tag}
      </button>
    </Popover>
  );
}

/** The clause of something that carries its citation. */
export function Cited({ citation }: { citation: Citation }) {
  return <Clause id={citation.clauseId} quote={citation.quote} source={citation.source} decision={citation.decision} />;
}
