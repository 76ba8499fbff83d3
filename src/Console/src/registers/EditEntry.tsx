import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useNavigate } from "react-router";
import { toProblem } from "../api/problem";
import { type Entry, registers } from "../api/registers";
import type { Answers, Pack, Register } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { cleaned, missingFields } from "../shared/packForm/answers";
import { DraftNote } from "../shared/packForm/DraftNote";
import { PackForm } from "../shared/packForm/PackForm";
import { useDraft } from "../shared/packForm/useDraft";
import { type FieldProblem, problemsOf } from "../shared/problems";
import { useText } from "../shell/text";
import type { Start } from "./EntryPage";
import { useEntryFiles } from "./useEntryFiles";

type EditProps = { start: Start; reload: () => Promise<Start | undefined>; pack: Pack; register: Register };

/** A draft of an entry, saved as one types, until it is filed. */
export function EditEntry({ start, reload, ...rest }: EditProps) {
  const [opened, setOpened] = useState(start);
  const startAnew = async () => setOpened((await reload()) ?? opened);
  return <Draft key={opened.etag} start={opened} startAnew={startAnew} {...rest} />;
}

type DraftProps = Omit<EditProps, "reload"> & { startAnew: () => Promise<void> };

function Draft({ start, startAnew, pack, register }: DraftProps) {
  const { t } = useText();
  const { id, answers: saved, files } = start.value;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useCallback((answers: Answers, tag: string | null) => registers.save(id, cleaned(answers), tag), [id]);
  const {
    answers,
    change,
    flush,
    settle,
    forget,
    etag: latest,
    state,
    error,
  } = useDraft({ value: saved, etag: start.etag }, save);
  const form = useEntryFiles(id, files);
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const absent = missingFields(register.fields, answers, form.attachments);

  const file = async () => {
    setTried(true);
    await settle();
    try {
      return await registers.file(id, { etag: latest() });
    } catch (refused) {
      setProblems(problemsOf(toProblem(refused)));
      throw refused;
    }
  };

  return (
    <section className="panel">
      <h2>{t("登记表", "Form")}</h2>
      <PackForm
        {...form}
        programme={pack.programme}
        fields={register.fields}
        categories={pack.categories}
        answers={answers}
        onChange={change}
        reasons={problems.map(({ field, zh, en }) => ({ field, reason: t(zh, en) }))}
        showMissing={tried}
      />
      <div className="sticky-actions">
        <DraftNote state={state} error={error} reload={() => void startAnew()} retry={() => void flush()} />
        <span className="secondary">
          {absent.length === 0
            ? t("必填项已齐", "All required answers are given")
            : t(`还有 ${absent.length} 项必填`, `${absent.length} required answers are missing`)}
        </span>
        <ActionButton<object, void>
          label={t("删除草稿", "Discard")}
          danger
          consequence={t("草稿将被删除，不能恢复。", "The draft is deleted for good.")}
          act={async () => {
            await registers.discard(id);
            forget();
          }}
          done={t("草稿已删除", "Draft discarded")}
          onDone={() => navigate(`/registers/${pack.programme}/${register.name}`)}
        />
        <ActionButton<object, Entry>
          label={t("登记", "File")}
          type="primary"
          disabled={state === "conflict"}
          consequence={
            absent.length > 0
              ? `${t("尚缺：", "Missing: ")}${absent.map((field) => t(field.label)).join(t("、", ", "))}`
              : t("登记后取得编号，此后的修改都留有记录。", "It gets a number; every later change is kept in its history.")
          }
          act={file}
          done={t("已登记", "Filed")}
          onDone={() => void queries.invalidateQueries({ queryKey: ["entry", id] })}
        />
      </div>
    </section>
  );
}
