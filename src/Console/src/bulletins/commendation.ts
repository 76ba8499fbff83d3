import type { CommendedLine } from "../api/boards";
import type { Commendable, CommendedCase } from "../api/types";
import type { Text } from "../shell/text";

export const grounds: Record<CommendedCase["ground"], Text> = {
  "early-duty": { zh: "任务提前完成", en: "Done early" },
  "target-exceeded": { zh: "超额完成目标", en: "Target exceeded" },
  case: { zh: "典型案例", en: "Example" },
};

/** A case as its form holds it; what rests on a record is chosen by one key. */
export type CaseValues = { key: string; name?: string; title?: string; titleEn?: string; text: string; textEn?: string };

const example = "case";

/** The one key of a record that somebody may be commended for. */
export const keyOf = ({ ground, of }: Pick<Commendable, "ground" | "of">) => `${ground}|${of}`;

/** Whether it rests on no record and so gets a title of its own. */
export const isExample = (key: string | undefined) => key === example;

/** Whether it must say whom it is for: only a duty has its unit already. */
export const asksName = (key: string | undefined) => !key?.startsWith("early-duty|");

/** What may be chosen: the records of the year, and an example. */
export const choicesOf = (known: Commendable[], t: (text: Text) => string) => [
  ...known.map((one) => ({
    value: keyOf(one),
    label: `${t(grounds[one.ground])} · ${one.name ? `${one.name} · ` : ""}${t(one.title)}（${t(one.fact)}）`,
  })),
  { value: example, label: t(grounds.case) },
];

/** As the service takes them. */
export const linesOf = (values: CaseValues[]): CommendedLine[] =>
  values.map(({ key, name, title, titleEn, text, textEn }) => {
    const [ground, of] = isExample(key) ? [example as "case", null] : (key.split("|") as [CommendedCase["ground"], string]);
    return {
      ground,
      of: of ?? null,
      name: name ?? null,
      title: title ? { zh: title, en: titleEn ?? "" } : null,
      text: { zh: text, en: textEn ?? "" },
    };
  });

/** As the form holds what stands in a draft. */
export const valuesOf = (cases: CommendedCase[]): CaseValues[] =>
  cases.map((one) => ({
    key: one.of ? keyOf({ ground: one.ground, of: one.of }) : example,
    name: one.name,
    ...(one.of ? {} : { title: one.title.zh, titleEn: one.title.en }),
    text: one.text.zh,
    textEn: one.text.en,
  }));
