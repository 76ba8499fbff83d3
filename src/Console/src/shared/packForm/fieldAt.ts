import type { FormField } from "../../api/types";
import type { Text } from "../../shell/text";

/** The field that a path leads to, and its name for people: "Parties 2 · Name". */
export function fieldAt(fields: FormField[], path: string): { field: FormField; label: Text } | null {
  const [, name, at, rest] = /^([^.[]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  const field = fields.find((one) => one.name === name);
  if (!field) {
    return null;
  }
  const place = at === undefined ? "" : ` ${Number(at) + 1}`;
  const own = { zh: field.label.zh + place, en: field.label.en + place };
  const inner = rest ? fieldAt(field.fields, rest) : null;
  return inner
    ? { field: inner.field, label: { zh: `${own.zh} · ${inner.label.zh}`, en: `${own.en} · ${inner.label.en}` } }
    : { field, label: own };
}
