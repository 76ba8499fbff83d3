import type { Answers, Attachment, FormField } from "../../api/types";

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

/** The required questions that have no answer yet, in the form's order; an attachment counts once a file is there. */
export function missingFields(fields: FormField[], answers: Answers, attachments: Attachment[]): FormField[] {
  return fields.filter((field) => {
    const absent =
      field.type === "attachment" ? !attachments.some((file) => file.field === field.name) : missing(answers[field.name]);
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
