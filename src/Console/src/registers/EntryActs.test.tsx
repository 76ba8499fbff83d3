import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Entry } from "../api/registers";
import type { Pack } from "../api/types";
import { draw } from "../testing/draw";
import { register } from "../testing/fields";
import { EntryActs } from "./EntryActs";
import { EntryHistory } from "./EntryHistory";

const mentors = register();
const pack = { programme: "carriers", categories: [], grounds: [], registers: [mentors] } as unknown as Pack;
const entry: Entry = {
  id: "1",
  programme: "carriers",
  register: "mentors",
  district: null,
  park: null,
  organisation: null,
  aboutInstitutionId: null,
  aboutEntryId: null,
  number: 1,
  title: "王某",
  state: "submitted",
  from: "2026-01-05",
  until: null,
  endedOn: null,
  filedOn: "2026-01-05",
  on: "2026-01-05",
  answers: { name: "王某" },
  flags: [],
  overdue: [],
  files: [],
  timeline: [],
  balances: [],
  linked: [],
  names: {},
  may: { save: false, file: false, steps: ["accept"] },
  version: 3,
};

const acts = (may: Entry["may"]) => <EntryActs entry={{ ...entry, may }} pack={pack} register={mentors} amend={() => {}} />;

test("Only_what_the_service_allows_is_offered", () => {
  draw(acts({ save: true, file: false, steps: [] }));
  expect(screen.getByRole("button", { name: /修\s?改/ })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "予以备案" })).toBeNull();
});

test("A_step_is_taken_with_its_document_and_its_answers_under_the_version_seen", async () => {
  const sent: { address: string; init: RequestInit }[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
    sent.push({ address, init });
    return new Response(JSON.stringify({ now: "2026-01-05T00:00:00Z", today: "2026-01-05", adjustable: false }), { status: 200 });
  });
  draw(acts(entry.may));
  await userEvent.click(screen.getByRole("button", { name: "予以备案" }));
  await userEvent.type(screen.getByLabelText("文号"), "鄂州科〔2026〕1号");
  await userEvent.type(screen.getByLabelText(/聘期/), "3");
  await userEvent.click(screen.getByRole("button", { name: "确认予以备案" }));
  await vi.waitFor(() => expect(sent.some(({ init }) => init.method === "POST")).toBe(true));
  const post = sent.find(({ init }) => init.method === "POST");
  expect(post?.address).toBe("/api/registry/entries/1/steps/accept");
  expect(JSON.parse(String(post?.init.body))).toMatchObject({ documentNumber: "鄂州科〔2026〕1号", answers: { term: 3 } });
  expect(new Headers(post?.init.headers).get("If-Match")).toBe('"3"');
});

test("The_history_tells_what_an_amendment_changed", () => {
  const line = {
    number: 2,
    act: "amended" as const,
    stepKey: null,
    fromState: "submitted",
    toState: "submitted",
    at: "2026-01-06T02:00:00Z",
    on: "2026-01-06",
    actorName: "李某",
    clause: "EI-06",
    reason: "更正",
    documentNumber: null,
    decidedOn: null,
    stepAnswers: null,
    changes: [{ field: "field", before: null, after: "ai" }],
  };
  draw(<EntryHistory entry={{ ...entry, timeline: [line] }} pack={pack} register={mentors} />);
  expect(screen.getByText("人工智能").tagName).toBe("INS");
  expect(screen.getByText("更正")).toBeTruthy();
});
