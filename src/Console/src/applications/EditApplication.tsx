import { useQueryClient } from "@tanstack/react-query";
import { Alert } from "antd";
import { useCallback, useState } from "react";
import type { Versioned } from "../api/http";
import { toProblem } from "../api/problem";
import { registry } from "../api/registry";
import type { Answers, Application, Attachment } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { cleaned, missingFields } from "../shared/packForm/answers";
import { DraftNote } from "../shared/packForm/DraftNote";
import { PackForm } from "../shared/packForm/PackForm";
import { useDraft } from "../shared/packForm/useDraft";
import { type FieldProblem, problemsOf } from "../shared/problems";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";
import { lastReasons } from "./lastReasons";

type Start = Versioned<Application>;
type EditProps = { start: Start; reload: () => Promise<Start | undefined> };

/** A draft, saved as one types, and its way to the district. */
export function EditApplication({ start, reload }: EditProps) {
  const [opened, setOpened] = useState(start);
  const startAnew = async () => setOpened((await reload()) ?? opened);
  return <Draft key={opened.etag} start={opened} startAnew={startAnew} />;
}

type DraftProps = { start: Start; startAnew: () => Promise<void> };

function Draft({ start, startAnew }: DraftProps) {
  const { t } = useText();
  const application = start.value;
  const { id } = application;
  const queries = useQueryClient();
  const pack = usePack(application.programme);
  const save = useCallback((answers: Answers, tag: string | null) => registry.saveAnswers(id, cleaned(answers), tag), [id]);
  const {
    answers,
    change,
    flush,
    settle,
    etag: latest,
    state,
    error,
  } = useDraft({ value: application.answers, etag: start.etag }, save);
  const [attachments, setAttachments] = useState<Attachment[]>(application.files);
  const [tried, setTried] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);

  const attach = async (field: string, file: File) => {
    const sent = await registry.attach(id, field, file);
    setAttachments((now) => [...now, sent]);
  };
  const detach = async (attachmentId: string) => {
    await registry.detach(id, attachmentId);
    setAttachments((now) => now.filter((file) => file.id !== attachmentId));
  };
  const submit = async () => {
    setTried(true);
    await settle();
    try {
      return await registry.submitApplication(id, { etag: latest() });
    } catch (refused) {
      setProblems(problemsOf(toProblem(refused)));
      throw refused;
    }
  };

  return (
    <section className="panel">
      <h2>{t("申报表", "Application form")}</h2>
      {application.status === "returned" && (
        <Alert
          type="warning"
          showIcon
          title={t("申报已退回，请按各项意见补正后重新提交。", "It was sent back; correct what is marked and submit again.")}
        />
      )}
      <Loaded query={pack}>
        {({ fields, categories }) => {
          const absent = missingFields(fields, answers, attachments);
          return (
            <>
              <PackForm
                programme={application.programme}
                fields={fields}
                categories={categories}
                answers={answers}
                onChange={change}
                attachments={attachments}
                attachmentAddress={registry.attachmentAddress}
                attach={attach}
                detach={detach}
                reasons={
                  problems.length > 0
                    ? problems.map(({ field, zh, en }) => ({ field, reason: t(zh, en) }))
                    : lastReasons(application)
                }
                showMissing={tried}
              />
              <div className="sticky-actions">
                <DraftNote state={state} error={error} reload={() => void startAnew()} retry={() => void flush()} />
                <span className="secondary">
                  {absent.length === 0
                    ? t("必填项已齐", "All required answers are given")
                    : t(`还有 ${absent.length} 项必填`, `${absent.length} required answers are missing`)}
                </span>
                <ActionButton<object, Application>
                  label={t("提交申报", "Submit")}
                  type="primary"
                  disabled={state === "conflict"}
                  consequence={
                    absent.length > 0
                      ? `${t("尚缺：", "Missing: ")}${absent.map((field) => t(field.label)).join(t("、", ", "))}`
                      : t(
                          "提交后由所在县区科技部门审核，审核期间不能修改。",
                          "The district's department checks it next; it cannot be edited meanwhile.",
                        )
                  }
                  act={submit}
                  done={t("已提交，等待县区审核", "Submitted; the district will check it")}
                  onDone={() => void queries.invalidateQueries({ queryKey: ["application", id] })}
                />
              </div>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
