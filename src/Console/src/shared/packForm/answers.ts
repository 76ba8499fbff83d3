import type { Answers, Attachment, FormField } from "../../api/types";
import { maxFen } from "../money";

/** Whether a question has no answer yet. "No" and zero are answers. */
export function missing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === "string" && value.trim() === "") ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Whether a field must be answered, given the answers beside it. */
export function isRequired(field: FormField, beside: Answers): boolean {
  const { always, field: other, is } = field.required;
  if (always || !other) {
    return always;
  }
  const given = beside[other] ?? [];
  return (Array.isArray(given) ? given : [given]).some((one) => is.includes(String(one)));
}

/** Whether a field belongs on the form at all: one that only another answer calls for stays hidden until it does. */
export function isAsked(field: FormField, beside: Answers): boolean {
  return field.required.always || !field.required.field || isRequired(field, beside) || !missing(beside[field.name]);
}

/** Whether what stands in a field is no answer to it: a number's field keeps as text what cannot be read as one. */
export function isFaulty(field: FormField, value: unknown): boolean {
  const most = field.type === "amount" ? maxFen : field.max;
  return (
    (field.type === "whole-number" || field.type === "amount") &&
    !missing(value) &&
    !(typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most)
  );
}

/** The questions whose answers are none, in the form's order. */
export const faultyFields = (fields: FormField[], answers: Answers): FormField[] =>
  fields.filter((field) => isFaulty(field, answers[field.name]));

/** The answers without the faulty ones: half a number is never sent for a whole one. */
export function sound(fields: FormField[], answers: Answers): Answers {
  const faulty = faultyFields(fields, answers).map(({ name }) => name);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !faulty.includes(name)));
}

/** The required questions that have no answer yet, or none that can be read, in the form's order; an attachment counts once a file is there. */
export function missingFields(fields: FormField[], answers: Answers, attachments: Attachment[]): FormField[] {
  return fields.filter((field) => {
    const absent =
      field.type === "attachment"
        ? !attachments.some((file) => file.field === field.name)
        : missing(answers[field.name]) || isFaulty(field, answers[field.name]);
    return absent && isRequired(field, answers);
  });
}

/** The texts given elsewhere in the form that a reference may name: `leadBodies.name`. */
export function referenced(of: string, answers: Answers): string[] {
  const [list = "", name = ""] = of.split(".");
  const items = answers[list];
  return Array.isArray(items)
    ? items.map((item: Answers) => item[name]).filter((text): text is string => typeof text === "string" && text.trim() !== "")
    : [];
}

/** Answers as they are sent: nothing is left of an answer that was emptied. */
export function cleaned(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== undefined && value !== ""));
}
