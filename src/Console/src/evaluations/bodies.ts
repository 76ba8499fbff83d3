import type { Scheme } from "../api/evaluations";
import { everyPage } from "../api/everyPage";
import { registers } from "../api/registers";
import { registry } from "../api/registry";
import { reporting } from "../api/reporting";
import { parseSocialCreditCode } from "../shared/socialCreditCode";

/** A body that is named for an evaluation. */
export type NamedBody = { name: string; code: string };

/** Bodies as typed or pasted, one a line with name and code; and the lines that have no valid code. */
export function readBodies(text: string): { bodies: NamedBody[]; wrong: string[] } {
  const bodies: NamedBody[] = [];
  const wrong: string[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    const [, name = "", written = ""] = /^(.*?)[\s,，、;；]+(\S+)$/.exec(line) ?? [];
    const code = parseSocialCreditCode(written);
    if (code && name.trim()) {
      bodies.push({ name: name.trim(), code });
    } else if (line) {
      wrong.push(line);
    }
  }
  return { bodies, wrong };
}

/** With more of them, each body once and by the name that it was given first. */
export const withBodies = (before: NamedBody[], more: NamedBody[]): NamedBody[] =>
  [...before, ...more].filter((body, index, all) => all.findIndex((one) => one.code === body.code) === index);

/** What a name or code leads to: entries of the register that the evaluation is of; else bodies on the register of institutions. */
export async function searchBodies(programme: string, { subjects }: Scheme, sought: string): Promise<NamedBody[]> {
  if (subjects !== "named") {
    const entries = await registers.entries(programme, subjects, { q: sought || undefined, limit: "20" });
    return known(entries.items.map((entry) => ({ name: entry.title, code: entry.organisation })));
  }
  const institutions = await registry.institutions({ q: sought.length > 1 ? sought : undefined, limit: "20" });
  return known(institutions.items.map((one) => ({ name: one.implementingBodyName, code: one.implementingBodyCode })));
}

/** Those that were named in earlier rounds of the same evaluation, which comes again every few years. */
export async function namedBefore(programme: string, { name, subjects }: Scheme): Promise<NamedBody[]> {
  if (subjects !== "named") {
    return [];
  }
  const all = await everyPage(reporting.evaluations);
  const before = all.filter((one) => one.named && one.programme === programme && one.scheme === name);
  return known(before.map((one) => ({ name: one.institutionName, code: one.institutionCode })));
}

/** Those whose name or code holds what is sought. */
export const matching = (bodies: NamedBody[], sought: string) =>
  bodies.filter((body) => body.name.includes(sought) || body.code.includes(sought.toUpperCase()));

const known = (rows: { name: string; code: string | null }[]) =>
  withBodies(
    [],
    rows.flatMap(({ name, code }) => (code ? [{ name, code }] : [])),
  );
