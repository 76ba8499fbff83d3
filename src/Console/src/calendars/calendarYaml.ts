import { festivals } from "./festivals";

export type CalendarForm = {
  year: number;
  kind: "test" | "published";
  notice?: { number: string; title: string; date: string };
  holidays?: { name: string; from: string; to: string }[];
  makeUpDays?: { name: string; day: string }[];
};

// A text in double quotes reads the same in JSON and in YAML, whatever is in it.
const text = (words: string) => JSON.stringify(words.trim());

function label(name: string): string {
  const english = festivals.find((one) => one.zh === name)?.en ?? name;
  return `zh: ${text(name)}, en: ${text(english)}`;
}

function list<T>(key: string, items: T[], day: (item: T) => string, line: (item: T) => string): string[] {
  const inOrder = items.toSorted((one, other) => day(one).localeCompare(day(other)));
  return [items.length > 0 ? `${key}:` : `${key}: []`, ...inOrder.map((item) => `  - { ${line(item)} }`)];
}

/** A year's calendar as the platform stores it. A test calendar names no notice: it must never look like the State Council's (P-3). */
export function calendarYaml({ year, kind, notice, holidays = [], makeUpDays = [] }: CalendarForm): string {
  const head =
    kind === "test" || !notice
      ? ["test: true"]
      : ["notice:", `  number: ${text(notice.number)}`, `  title: ${text(notice.title)}`, `  date: ${notice.date}`];
  return [
    `year: ${year}`,
    ...head,
    ...list(
      "holidays",
      holidays,
      (one) => one.from,
      (one) => `from: ${one.from}, to: ${one.to}, ${label(one.name)}`,
    ),
    ...list(
      "make-up-days",
      makeUpDays,
      (one) => one.day,
      (one) => `day: ${one.day}, ${label(one.name)}`,
    ),
    "",
  ].join("\n");
}
