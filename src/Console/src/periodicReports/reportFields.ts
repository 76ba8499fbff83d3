import type { FormField, Pack } from "../api/types";

/** A report's sections as questions: long texts with their clause. */
export const sectionFields = (pack: Pack | undefined): FormField[] =>
  (pack?.sections ?? []).map(
    (section) =>
      ({
        name: section.name,
        label: section.label,
        citation: section.citation,
        type: "long-text",
        required: { always: section.required, field: null, is: [] },
        options: [],
        fields: [],
        max: 5000,
      }) as unknown as FormField,
  );

/** The name of a section or figure for people. */
export const fieldLabel = (pack: Pack | undefined, name: string) =>
  [...(pack?.sections ?? []), ...(pack?.indicators ?? [])].find((one) => one.name === name)?.label ?? name;
