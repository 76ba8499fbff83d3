import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { cycles, type ReportDetail, type ReportText } from "../api/cycles";
import { toProblem } from "../api/problem";
import { reporting } from "../api/reporting";
import type { Answers, FormField, PeriodicReportDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { cleaned, faultyFields, missing, missingFields, sound } from "../shared/packForm/answers";
import { DraftNote } from "../shared/packForm/DraftNote";
import { PackForm } from "../shared/packForm/PackForm";
import { useDraft } from "../shared/packForm/useDraft";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";
import { ConflictTable } from "./ConflictTable";
import { EarlierDraftPanel } from "./EarlierDraft";
import { EvidenceFiles } from "./EvidenceFiles";
import { ChangeMark, PrefillMark } from "./FigureNotes";
import { FigureTable } from "./FigureTable";
import { KnownFacts } from "./KnownFacts";
import { shown, touched } from "./prefilled";
import { sectionFields } from "./reportFields";

type Opened = { detail: ReportDetail; mine?: ReportText; turn: number };

const textOf = ({ sections, indicators, explanations }: ReportText): ReportText => ({ sections, indicators, explanations });
const written = (text: ReportText): ReportText => ({
  sections: cleaned(text.sections) as Record<string, string>,
  indicators: cleaned(text.indicators),
  explanations: cleaned(text.explanations) as Record<string, string>,
});
// One wrong number is no reason to lose all else: the service would refuse the draft as a whole.
const sent = (text: ReportText, figures: FormField[]): ReportText => {
  const all = written(text);
  return { ...all, indicators: sound(figures, all.indicators) };
};

/** The implementing body writes its report, saved as one types: the pack's sections and figures (ZS-28, EO-10, EI-08). */
export function EditReport({ detail }: { detail: ReportDetail }) {
  const [opened, setOpened] = useState<Opened>({ detail, turn: 0 });
  return (
    <Draft
      key={opened.turn}
      opened={opened}
      goOn={(theirs, mine) => setOpened((now) => ({ detail: theirs, mine, turn: now.turn + 1 }))}
    />
  );
}

type DraftProps = { opened: Opened; goOn: (theirs: ReportDetail, mine: ReportText) => void };

function Draft({ opened: { detail, mine }, goOn }: DraftProps) {
  const { t } = useText();
  const queries = useQueryClient();
  const { report } = detail;
  const pack = usePack(report.programme, report.to).data;
  const [fields, figures] = useMemo(() => [sectionFields(pack), pack?.indicators ?? []], [pack]);
  const base = useRef(textOf(detail));
  const [beside, setBeside] = useState(detail);
  const save = useCallback(
    async (answers: Answers, tag: string | null) => {
      const saving = sent(answers as ReportText, figures);
      const saved = await cycles.save(report.id, saving, tag);
      base.current = saving;
      setBeside(saved.value);
      return saved;
    },
    [report.id, figures],
  );
  const isSound = (answers: Answers) => faultyFields(figures, (answers as ReportText).indicators).length === 0;
  const draft = useDraft({ value: textOf(detail) as Answers, etag: `"${report.version}"` }, save, isSound);
  const text = draft.answers as ReportText;
  const change = (next: Partial<ReportText>) => draft.change({ ...text, ...next });

  // What was put together out of two drafts is not saved yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when this draft begins
  useEffect(() => {
    if (mine) {
      draft.change(mine as Answers);
    }
  }, []);

  if (draft.state === "conflict") {
    const latest = toProblem(draft.error).inputs?.latest as ReportDetail | undefined;
    if (latest) {
      return (
        <ConflictTable
          pack={pack}
          base={base.current}
          mine={written(text)}
          theirs={latest}
          resolve={(merged) => goOn(latest, merged)}
        />
      );
    }
  }

  const prefills = detail.prefills.filter(({ name }) => !(name in text.sections) && !(name in text.indicators));
  const mark = (name: string, adopt: (value: unknown) => void) => {
    const prefill = prefills.find((one) => one.name === name);
    return prefill && <PrefillMark prefill={prefill} adopt={() => adopt(prefill.value)} />;
  };
  const absent = [
    ...fields.filter((section) => section.required.always && missing(text.sections[section.name])),
    ...missingFields(figures, text.indicators, []),
  ];
  const faulty = faultyFields(figures, text.indicators);
  const names = fields.map(({ name }) => name);
  const figureNames = figures.map(({ name }) => name);
  const returned = detail.steps.findLast((step) => step.what === "returned")?.fields ?? [];
  return (
    <>
      <KnownFacts facts={beside.known} />
      {beside.earlierDraft && (
        <EarlierDraftPanel
          draft={beside.earlierDraft}
          pack={pack}
          adopt={{
            reportId: report.id,
            text: change,
            files: (tied) => setBeside((now) => ({ ...now, evidence: [...now.evidence, ...tied], earlierDraft: null })),
          }}
        />
      )}
      <section className="panel">
        <h2>{t("报告内容", "The report")}</h2>
        <PackForm
          fields={fields}
          answers={shown(text.sections, prefills, names)}
          onChange={(next) => change({ sections: touched(next, text.sections, prefills) as Record<string, string> })}
          reasons={returned.filter(({ field }) => names.includes(field))}
          notes={Object.fromEntries(
            names.map((name) => [name, mark(name, (value) => change({ sections: { ...text.sections, [name]: String(value) } }))]),
          )}
        />
      </section>
      <section className="panel">
        <h2>{t("数据", "Figures")}</h2>
        <FigureTable reportId={report.id} take={(taken) => change({ indicators: { ...text.indicators, ...taken } })} />
        <PackForm
          fields={figures}
          answers={shown(text.indicators, prefills, figureNames)}
          onChange={(next) => change({ indicators: touched(next, text.indicators, prefills) })}
          reasons={returned.filter(({ field }) => figureNames.includes(field))}
          notes={Object.fromEntries(
            figures.map(({ name, type }) => {
              const remarkable = beside.changes.find((one) => one.figure === name);
              return [
                name,
                <div key={name}>
                  {mark(name, (value) => change({ indicators: { ...text.indicators, [name]: value } }))}
                  {remarkable && (
                    <ChangeMark
                      change={remarkable}
                      amount={type === "amount"}
                      explanation={text.explanations[name]}
                      explain={(words) => change({ explanations: { ...text.explanations, [name]: words } })}
                    />
                  )}
                  <EvidenceFiles
                    reportId={report.id}
                    figure={name}
                    files={beside.evidence}
                    change={(evidence) => setBeside((now) => ({ ...now, evidence }))}
                  />
                </div>,
              ];
            }),
          )}
        />
      </section>
      <div className="sticky-actions">
        <DraftNote
          state={draft.state}
          error={draft.error}
          reload={() => location.reload()}
          retry={() => void draft.flush()}
          faulty={faulty}
        />
        <span className="secondary">
          {absent.length > 0
            ? t(
                `还需填写或核对：${absent.map((one) => one.label.zh).join("、")}`,
                `Still missing or to be checked: ${absent.map((one) => one.label.en).join(", ")}`,
              )
            : t("已填写完整", "Complete")}
        </span>
        <ActionButton<object, PeriodicReportDetail>
          label={t("报送", "Hand in")}
          type="primary"
          disabled={absent.length > 0 || faulty.length > 0}
          summary={() => [
            { label: t("机构", "Institution"), value: report.institutionName },
            { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
            { label: t("报送期限", "Due on"), value: beside.report.dueOn },
          ]}
          consequence={t("报送后不能修改，除非科技部门退回。", "It cannot be changed afterwards, unless it is returned.")}
          act={async (_, act) => {
            await draft.settle();
            return reporting.submitReport(report.id, { ...act, version: undefined, etag: draft.etag() });
          }}
          done={t("已报送", "Handed in")}
          onDone={() => void queries.invalidateQueries({ queryKey: ["periodic-report", report.id] })}
        />
      </div>
    </>
  );
}
