import { Alert } from "antd";
import { createContext, type ReactNode, useContext } from "react";
import type { Answers, Attachment, Category, FieldReason, FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { Cited } from "../Clause";
import { isAsked, isRequired, missing } from "./answers";
import { PackInput } from "./PackInput";
import { ReadAnswer } from "./ReadAnswer";

/** What every question of one form shares. */
export type FormContext = {
  /** Whose registers a link leads to. */
  programme: string;
  /** What the links among the answers lead to, as far as that is known already. */
  names: Record<string, string>;
  categories: Category[];
  answers: Answers;
  attachments: Attachment[];
  attachmentAddress: (id: string) => string;
  attach?: (field: string, file: File) => Promise<unknown>;
  detach?: (attachmentId: string) => Promise<unknown>;
  /** Why the form came back, by field. */
  reasons: FieldReason[];
  /** What stands under a question beside its help, by field: where it comes from, what is remarkable, what proves it. */
  notes: Record<string, ReactNode>;
  readOnly: boolean;
  /** Shows what is still missing; asked for once the person has tried to submit. */
  showMissing: boolean;
};

const Context = createContext<FormContext | null>(null);

export function useForm(): FormContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error("a question needs a PackForm around it");
  }
  return context;
}

type PackFormProps = Partial<Omit<FormContext, "answers">> & {
  fields: FormField[];
  answers: Answers;
  onChange?: (answers: Answers) => void;
};

/** A form drawn from a policy pack: a new programme is a new pack, not new code. Each field carries its clause. */
export function PackForm({ fields, answers, onChange, ...shared }: PackFormProps) {
  const form: FormContext = {
    programme: "",
    names: {},
    categories: [],
    attachments: [],
    attachmentAddress: (id) => `#${id}`,
    reasons: [],
    notes: {},
    readOnly: false,
    showMissing: false,
    ...shared,
    answers,
  };
  const known = (reason: FieldReason) => fields.some((field) => concerns(reason, field.name));
  return (
    <Context value={form}>
      <div className="pack-form">
        {form.reasons
          .filter((reason) => !known(reason))
          .map((reason) => (
            <Alert key={reason.reason} type="warning" showIcon title={reason.reason} />
          ))}
        <Questions fields={fields} answers={answers} onChange={onChange ?? (() => {})} path="" />
      </div>
    </Context>
  );
}

/** A reason may name a field or, inside a list, `leadBodies[0].name`. */
const concerns = (reason: FieldReason, path: string) => reason.field === path || reason.field.startsWith(`${path}[`);

type QuestionsProps = { fields: FormField[]; answers: Answers; onChange: (answers: Answers) => void; path: string };

/** The questions of a form, or of one item of a list within it. */
export function Questions({ fields, answers, onChange, path }: QuestionsProps) {
  return fields
    .filter((field) => isAsked(field, answers))
    .map((field) => (
      <Question
        key={field.name}
        field={field}
        path={path + field.name}
        required={isRequired(field, answers)}
        value={answers[field.name]}
        onChange={(value) => onChange({ ...answers, [field.name]: value })}
      />
    ));
}

type QuestionProps = { field: FormField; path: string; required: boolean; value: unknown; onChange: (value: unknown) => void };

function Question({ field, path, required, value, onChange }: QuestionProps) {
  const { t } = useText();
  const { reasons, notes, showMissing, attachments, readOnly } = useForm();
  const id = `field-${path}`;
  const answered = field.type === "attachment" ? attachments.some((file) => file.field === field.name) : !missing(value);
  const absent = showMissing && required && !answered;
  const complaints = reasons.filter((reason) => (field.type === "list" ? reason.field === path : concerns(reason, path)));
  const wrong = absent || complaints.length > 0;
  return (
    <div className={["question", wrong && "question-wrong", readOnly && "question-read"].filter(Boolean).join(" ")}>
      <div className="question-label">
        <label id={`${id}-label`} htmlFor={readOnly ? undefined : id}>
          {required && !readOnly && (
            <span className="required" aria-hidden="true">
              *
            </span>
          )}
          {t(field.label)}
          {required && !readOnly && <span className="visually-hidden">{t("（必填）", " (required)")}</span>}
        </label>
        <Cited citation={field.citation} />
      </div>
      {readOnly ? (
        <div className="answer">
          <ReadAnswer field={field} value={value} />
        </div>
      ) : (
        <PackInput
          id={id}
          path={path}
          field={field}
          value={value}
          describedBy={[field.help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined}
          onChange={onChange}
        />
      )}
      {field.help && !readOnly && (
        <div id={`${id}-help`} className="secondary">
          {t(field.help)}
        </div>
      )}
      {notes[path]}
      {wrong && (
        <div id={`${id}-wrong`} className="wrong" role="note">
          {absent && t("此项必填。", "This is required. ")}
          {complaints.map((reason) => reason.reason).join(" ")}
        </div>
      )}
    </div>
  );
}
