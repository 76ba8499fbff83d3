import type { Citation, FormField, Register } from "../api/types";

const citation: Citation = { clauseId: "EI-06", quote: "市级科技创业导师备案", source: "law", decision: null };

/** A field of a pack's form, as the service writes it. */
export function field(name: string, type: FormField["type"], more: Partial<FormField> = {}): FormField {
  return {
    name,
    type,
    label: { zh: name, en: name },
    required: { always: true, field: null, is: [] },
    citation,
    options: [],
    fields: [],
    max: 100,
    ...more,
  };
}

/** A register of a pack: mentors, unless told otherwise. */
export function register(more: Partial<Register> = {}): Register {
  return {
    name: "mentors",
    label: { zh: "创业导师", en: "Mentors" },
    citation,
    about: null,
    roles: ["operator"],
    public: false,
    title: "name",
    columns: ["name", "field"],
    filters: ["field"],
    from: null,
    until: null,
    barred: null,
    fields: [
      field("name", "text"),
      field("field", "choice", { options: [{ key: "ai", label: { zh: "人工智能", en: "AI" } }] }),
      field("parties", "list", {
        label: { zh: "单位", en: "Parties" },
        fields: [field("code", "text", { label: { zh: "代码", en: "Code" } })],
      }),
    ],
    states: [
      { key: "submitted", label: { zh: "已提交", en: "Submitted" }, final: false },
      { key: "filed", label: { zh: "已备案", en: "Filed" }, final: false },
      { key: "ended", label: { zh: "已退出", en: "Ended" }, final: true },
    ],
    steps: [
      {
        key: "accept",
        label: { zh: "予以备案", en: "Accept" },
        citation,
        from: ["submitted"],
        to: "filed",
        roles: ["city-reviewer"],
        secondPerson: true,
        document: true,
        meeting: false,
        ground: null,
        fields: [field("term", "whole-number", { label: { zh: "聘期", en: "Term" } })],
      },
    ],
    balances: [],
    matches: [],
    ...more,
  };
}
