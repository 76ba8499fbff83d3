import type { ReportText } from "../api/cycles";

export type Part = "sections" | "indicators" | "explanations";
/** What two persons wrote in the same place. */
export type Clash = { part: Part; name: string; mine: unknown; theirs: unknown };

const parts: Part[] = ["sections", "indicators", "explanations"];
const given = (value: unknown) => (value === undefined || value === null || value === "" ? undefined : value);
const same = (one: unknown, other: unknown) => JSON.stringify(given(one)) === JSON.stringify(given(other));

/**
 * Puts two drafts together that were both made from one: what only one of two persons changed is taken over; where both did, and
 * differently, mine stands and the clash is told, so that a person decides and nothing is lost.
 */
export function mergeDrafts(base: ReportText, mine: ReportText, theirs: ReportText): { merged: ReportText; clashes: Clash[] } {
  const merged: Record<Part, Record<string, unknown>> = { sections: {}, indicators: {}, explanations: {} };
  const clashes: Clash[] = [];
  for (const part of parts) {
    const [was, my, their] = [base, mine, theirs].map((text): Record<string, unknown> => text[part] ?? {}) as [
      Record<string, unknown>,
      Record<string, unknown>,
      Record<string, unknown>,
    ];
    for (const name of new Set([...Object.keys(my), ...Object.keys(their)])) {
      const mineStands = same(their[name], was[name]) || !same(my[name], was[name]);
      const value = mineStands ? my[name] : their[name];
      if (given(value) !== undefined) {
        merged[part][name] = value;
      }
      if (!same(my[name], their[name]) && !same(my[name], was[name]) && !same(their[name], was[name])) {
        clashes.push({ part, name, mine: my[name], theirs: their[name] });
      }
    }
  }
  return { merged: merged as ReportText, clashes };
}

/** The merged draft with the other's words where the person chose them. */
export function choose(merged: ReportText, clashes: Clash[], theirs: (clash: Clash) => boolean): ReportText {
  const chosen: Record<Part, Record<string, unknown>> = {
    sections: { ...merged.sections },
    indicators: { ...merged.indicators },
    explanations: { ...merged.explanations },
  };
  for (const clash of clashes.filter(theirs)) {
    if (given(clash.theirs) === undefined) {
      delete chosen[clash.part][clash.name];
    } else {
      chosen[clash.part][clash.name] = clash.theirs;
    }
  }
  return chosen as ReportText;
}
