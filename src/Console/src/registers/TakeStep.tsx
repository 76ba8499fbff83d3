import { Alert, Form } from "antd";
import { type Entry, registers, type StepTaking } from "../api/registers";
import type { Answers, Pack, Register, RegisterStep } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Cited } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { cleaned, missingFields } from "../shared/packForm/answers";
import { PackForm } from "../shared/packForm/PackForm";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { ResolutionField } from "./ResolutionField";
import { useEntryFiles } from "./useEntryFiles";
import { stateText, titleText } from "./words";

type StepProps = { entry: Entry; pack: Pack; register: Register; step: RegisterStep };

/** A step of the register as a button with its form: its own questions, its document, its resolution. */
export function TakeStep({ entry, pack, register, step }: StepProps) {
  const { t } = useText();
  const { today } = useBusinessDate();
  // A flag that wants a person's judgement is answered by whoever moves the entry on.
  const waits = entry.flags.some((flag) => flag.wantsPerson && !flag.answeredBy);
  // A step has one day: where its form asks for it, it is not asked for twice.
  const asksDay = step.document || !step.fields.some((field) => field.type === "past-day");
  const bars = pack.grounds.find((one) => one.name === step.ground);
  return (
    <ActionButton<StepTaking, Entry>
      label={t(step.label)}
      title={`${t(step.label)} · ${t(titleText(register, entry.title, pack.categories))}`}
      type={step.ground ? "default" : "primary"}
      danger={!!step.ground}
      version={entry.version}
      initial={{ decidedOn: asksDay ? today : undefined, answers: {} }}
      fields={
        <>
          <p className="secondary">
            {t(stateText(register, entry.state))} → {t(stateText(register, step.to))} <Cited citation={step.citation} />
            {step.secondPerson &&
              t(" 须由登记、修改和此前办理以外的人办理。", " Another person's: not of who filed, amended or moved it.")}
          </p>
          {bars && (
            <Alert
              type="warning"
              showIcon
              title={t(
                `将确认情形“${bars.label.zh}”，所列单位在期限内不得申报。`,
                `This establishes “${bars.label.en}”: whoever the entry names is barred for its term.`,
              )}
            />
          )}
          {step.meeting && <ResolutionField subjectId={entry.id} />}
          {step.document ? (
            <DocumentFields label={t("文号", "Document number")} day={{ name: "decidedOn", label: t("日期", "Dated") }} />
          ) : (
            asksDay && (
              <Form.Item name="decidedOn" label={t("生效日期", "In effect from")} rules={[{ required: true }]}>
                <DayInput />
              </Form.Item>
            )
          )}
          {step.fields.length > 0 && (
            <Form.Item name="answers">
              <StepForm entry={entry} pack={pack} step={step} />
            </Form.Item>
          )}
          <ReasonField optional={!waits} label={waits ? t("判断意见", "Your judgement") : t("意见", "Opinion")} />
        </>
      }
      act={({ answers, reason, ...paper }, act) =>
        registers.take(
          entry.id,
          step.key,
          { ...paper, reason: reason || undefined, answers: step.fields.length > 0 ? cleaned(answers ?? {}) : undefined },
          act,
        )
      }
      done={t(`${step.label.zh}已办理`, `Done: ${step.label.en}`)}
    />
  );
}

type StepFormProps = { entry: Entry; pack: Pack; step: RegisterStep; value?: Answers; onChange?: (answers: Answers) => void };

function StepForm({ entry, pack, step, value = {}, onChange }: StepFormProps) {
  const { t } = useText();
  const form = useEntryFiles(
    entry.id,
    entry.files.filter((file) => file.stepNumber === null),
  );
  const absent = missingFields(step.fields, value, form.attachments);
  return (
    <>
      <PackForm
        {...form}
        programme={pack.programme}
        fields={step.fields}
        categories={pack.categories}
        answers={value}
        onChange={onChange}
      />
      {absent.length > 0 && (
        <p className="secondary" role="status">
          {t("尚缺：", "Missing: ")}
          {absent.map((field) => t(field.label)).join(t("、", ", "))}
        </p>
      )}
    </>
  );
}
