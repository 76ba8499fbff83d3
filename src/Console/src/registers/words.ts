import type { AnswerChange } from "../api/registers";
import type { Answers, Category, FormField, Register, RegisterState } from "../api/types";
import type { Text } from "../shell/text";

const draft: Text = { zh: "草稿", en: "Draft" };

type States = { states: RegisterState[] };

/** The name of a state; one that the register no longer has is shown as it was written. */
export const stateText = ({ states }: States, state: string): Text =>
  state === "draft" ? draft : (states.find((one) => one.key === state)?.label ?? { zh: state, en: state });

/** A state's colour: what is over is grey, what has just been filed and goes on is blue, the rest is in order. */
export function stateTone({ states, steps = [] }: States & Partial<Pick<Register, "steps">>, state: string) {
  const at = states.findIndex((one) => one.key === state);
  if (at < 0 || states[at]?.final) {
    return "default";
  }
  const goesOn = steps.some(
    (step) => step.from.includes(state) && step.to !== state && states.some((one) => one.key === step.to && !one.final),
  );
  return at === 0 && goesOn ? "processing" : "success";
}

type Items = (Answers | undefined)[];
const isList = (value: unknown): value is Items => Array.isArray(value) && value.some((one) => typeof one === "object");

/** The answers that differ, in the form's order, lists item by item: `parties[1].name`. */
export function difference(fields: FormField[], before: Answers, after: Answers, path = ""): AnswerChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field.name], after[field.name]];
    if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) {
      return [];
    }
    if (!isList(was) && !isList(is)) {
      return [{ field: path + field.name, before: was, after: is }];
    }
    const [old, now] = [isList(was) ? was : [], isList(is) ? is : []];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, at) =>
      difference(field.fields, old[at] ?? {}, now[at] ?? {}, `${path}${field.name}[${at}].`),
    ).flat();
  });
}

/** An entry's title as people read it: the service keeps a choice by its Chinese label, or by its key where that is all there is. */
export function titleText(register: Register, title: string, categories: Category[]): Text {
  const field = register.fields.find((one) => one.name === register.title);
  const options = field?.type === "category" ? categories : (field?.options ?? []);
  return options.find(({ key, label }) => key === title || label.zh === title)?.label ?? { zh: title, en: title };
}

/** The registers whose entries are about something: an institution, or entries of another register. */
export const registersAbout = (registers: Register[], about: string) => registers.filter((one) => one.about === about);
