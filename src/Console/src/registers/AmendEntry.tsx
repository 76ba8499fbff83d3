import { Button, Form, Input } from "antd";
import { useState } from "react";
import { toProblem } from "../api/problem";
import { type Entry, registers } from "../api/registers";
import type { Answers, Pack, Register } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { cleaned } from "../shared/packForm/answers";
import { DifferenceTable } from "../shared/packForm/DifferenceTable";
import { PackForm } from "../shared/packForm/PackForm";
import { type FieldProblem, problemsOf } from "../shared/problems";
import { useText } from "../shell/text";
import type { Start } from "./EntryPage";
import { useEntryFiles } from "./useEntryFiles";
import { difference } from "./words";

type AmendProps = { start: Start; pack: Pack; register: Register; close: () => void };

/** A filed entry amended: what it was stays readable in its history. */
export function AmendEntry({ start, pack, register, close }: AmendProps) {
  const { t } = useText();
  const entry = start.value;
  const [answers, setAnswers] = useState<Answers>(entry.answers);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const form = useEntryFiles(entry.id, entry.files);
  const changes = difference(register.fields, entry.answers, cleaned(answers));
  const save = async (reason: string) => {
    try {
      return (await registers.save(entry.id, cleaned(answers), start.etag, reason)).value;
    } catch (refused) {
      setProblems(problemsOf(toProblem(refused)));
      throw refused;
    }
  };
  return (
    <section className="panel">
      <h2>{t("修改条目", "Amend the entry")}</h2>
      <PackForm
        {...form}
        programme={pack.programme}
        fields={register.fields}
        categories={pack.categories}
        answers={answers}
        onChange={setAnswers}
        reasons={problems.map(({ field, zh, en }) => ({ field, reason: t(zh, en) }))}
        showMissing
      />
      <div className="sticky-actions">
        <Button onClick={close}>{t("放弃修改", "Keep it as it was")}</Button>
        <ActionButton<{ reason: string }, Entry>
          label={t("保存修改", "Save the amendment")}
          type="primary"
          disabled={changes.length === 0}
          fields={
            <>
              <DifferenceTable fields={register.fields} categories={pack.categories} changes={changes} names={entry.names} />
              <Form.Item name="reason" label={t("修改理由", "Why")} rules={[{ required: true, whitespace: true }]}>
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Form.Item>
            </>
          }
          act={({ reason }) => save(reason)}
          done={t("修改已记入历史", "Amended; the history keeps both")}
          onDone={close}
        />
      </div>
    </section>
  );
}
