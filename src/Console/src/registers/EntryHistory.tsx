import { Timeline } from "antd";
import { type Entry, type EntryLine, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { Clause } from "../shared/Clause";
import { instant } from "../shared/figures";
import { DifferenceTable } from "../shared/packForm/DifferenceTable";
import { PackForm } from "../shared/packForm/PackForm";
import { type Text, useText } from "../shell/text";
import { stateText } from "./words";

const acts: Record<string, Text> = {
  filed: { zh: "登记", en: "Filed" },
  amended: { zh: "修改", en: "Amended" },
  flagged: { zh: "系统提示", en: "Flagged" },
};

type HistoryProps = { entry: Entry; pack: Pack; register: Register };

/** What happened to an entry, newest first: who did what, by which document, and what an amendment changed. */
export function EntryHistory({ entry, pack, register }: HistoryProps) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("办理历史", "History")}</h2>
      <Timeline
        className="timeline"
        items={entry.timeline.toReversed().map((step) => ({
          key: step.number,
          color: step.act === "flagged" ? "orange" : "blue",
          content: <Line step={step} entry={entry} pack={pack} register={register} />,
        }))}
      />
    </section>
  );
}

function Line({ step, entry, pack, register }: HistoryProps & { step: EntryLine }) {
  const { t } = useText();
  const taken = register.steps.find((one) => one.key === step.stepKey);
  const files = entry.files.filter((file) => file.stepNumber === step.number);
  const paper = [step.documentNumber, step.decidedOn].filter(Boolean).join(" · ");
  return (
    <>
      <div className="timeline-what">
        {t(taken?.label ?? acts[step.act] ?? { zh: step.act, en: step.act })} <Clause id={step.clause} />{" "}
        {step.fromState !== step.toState && (
          <span className="secondary">
            {t(stateText(register, step.fromState))} → {t(stateText(register, step.toState))}
          </span>
        )}
      </div>
      <div className="secondary">
        <time dateTime={step.at}>{instant(step.at)}</time> · {step.actorName}
      </div>
      {paper && <div className="timeline-note">{paper}</div>}
      {step.reason && <div className="timeline-note">{step.reason}</div>}
      {step.changes.length > 0 && step.act === "amended" && (
        <DifferenceTable fields={register.fields} categories={pack.categories} changes={step.changes} names={entry.names} />
      )}
      {taken && taken.fields.length > 0 && (
        <PackForm
          programme={pack.programme}
          names={entry.names}
          fields={taken.fields}
          categories={pack.categories}
          answers={step.stepAnswers ?? {}}
          attachments={files}
          attachmentAddress={(id) => registers.attachmentAddress(entry.id, id)}
          readOnly
        />
      )}
    </>
  );
}
