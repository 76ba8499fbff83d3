import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { cycles, type ReportDetail, type ReportText } from "../api/cycles";
import { ProblemError } from "../api/problem";
import { registry } from "../api/registry";
import type { Pack } from "../api/types";
import { draw } from "../testing/draw";
import { EditReport } from "./EditReport";

const citation = { clauseId: "EO-10", quote: "", source: "clause", decision: null };
const pack = {
  programme: "p",
  sections: [
    { name: "talent", label: { zh: "人才引育", en: "talent" }, citation, required: true },
    { name: "services", label: { zh: "融合服务", en: "services" }, citation, required: true },
  ],
  indicators: [
    {
      name: "researchers",
      label: { zh: "科研人员数", en: "researchers" },
      citation,
      type: "whole-number",
      required: { always: true, field: null, is: [] },
      options: [],
      fields: [],
      max: 1000,
      help: null,
    },
  ],
} as unknown as Pack;

const detail = (version: number, sections: Record<string, string>, more: Partial<ReportDetail> = {}): ReportDetail => ({
  report: {
    id: "r",
    programme: "p",
    institutionName: "甲",
    from: "",
    to: "2025-12-31",
    dueOn: "2026-01-31",
    version,
  } as ReportDetail["report"],
  sections,
  indicators: {},
  explanations: {},
  steps: [],
  extensions: [],
  savedByName: null,
  savedAt: null,
  locked: false,
  lastYear: null,
  prefills: [],
  changes: [],
  outliers: [],
  known: [],
  evidence: [],
  claimed: [],
  earlierDraft: null,
  mayRecall: false,
  missConfirmed: false,
  ...more,
});

/** Today's pack has nothing that the one of the span had. */
const ruling = async (_: string, on?: string) => (on === "2025-12-31" ? pack : { ...pack, sections: [], indicators: [] });

afterEach(() => vi.restoreAllMocks());

test("Of_two_who_write_at_once_the_second_sees_both_versions_and_loses_nothing", async () => {
  vi.spyOn(registry, "policy").mockImplementation(ruling);
  const theirs = detail(2, { talent: "同事所写", services: "同事补充" }, { savedByName: "李四" });
  const save = vi
    .spyOn(cycles, "save")
    .mockRejectedValueOnce(new ProblemError({ status: 412, code: "stale", inputs: { latest: theirs } }))
    .mockImplementation(async (_, text) => ({ value: detail(3, text.sections), etag: '"3"' }));
  draw(<EditReport detail={detail(1, { talent: "原文" })} />);

  const input = await screen.findByRole("textbox", { name: /人才引育/ });
  await userEvent.clear(input);
  await userEvent.type(input, "我所写");
  await screen.findByText(/李四/, { selector: "th" }, { timeout: 4000 });
  expect(screen.getByText("同事所写")).toBeDefined();
  expect(screen.getByText("我所写")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "合并并继续填写" }));

  await waitFor(() => expect(save).toHaveBeenCalledTimes(2), { timeout: 4000 });
  const [, kept, tag] = save.mock.calls[1] as [string, ReportText, string];
  expect(kept.sections).toEqual({ talent: "我所写", services: "同事补充" });
  expect(tag).toBe('"2"');
}, 15_000);

test("A_prefilled_figure_is_marked_with_its_source_and_stated_only_once_taken_over", async () => {
  vi.spyOn(registry, "policy").mockImplementation(ruling);
  const save = vi.spyOn(cycles, "save").mockImplementation(async (_, text) => ({ value: detail(2, text.sections), etag: '"2"' }));
  const prefills = [{ name: "researchers", value: 41, zh: "取自2024年报告", en: "from 2024", reportId: "x" }];
  draw(<EditReport detail={detail(1, { talent: "一", services: "二" }, { prefills })} />);

  expect(await screen.findByText(/取自2024年报告/)).toBeDefined();
  expect(screen.getByText(/还需填写或核对：科研人员数/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: /采\s*用/ }));

  await waitFor(() => expect(save).toHaveBeenCalled(), { timeout: 4000 });
  expect(save.mock.calls[0]?.[1].indicators).toEqual({ researchers: 41 });
  expect(screen.queryByText(/取自2024年报告/)).toBeNull();
}, 15_000);

test("What_was_written_before_a_return_was_taken_back_is_offered_again", async () => {
  vi.spyOn(registry, "policy").mockResolvedValue(pack);
  const save = vi.spyOn(cycles, "save").mockImplementation(async (_, text) => ({ value: detail(2, text.sections), etag: '"2"' }));
  const earlierDraft = {
    at: "2026-01-02T00:00:00Z",
    sections: { talent: "曾改写", services: "二" },
    indicators: { researchers: 7 },
    explanations: {},
    evidence: [],
  };
  draw(<EditReport detail={detail(1, { talent: "原文", services: "二" }, { earlierDraft })} />);

  await userEvent.click(await screen.findByRole("button", { name: "采用此草稿继续填写" }));

  await waitFor(() => expect(save).toHaveBeenCalled(), { timeout: 4000 });
  expect(save.mock.calls[0]?.[1]).toEqual({
    sections: { talent: "曾改写", services: "二" },
    indicators: { researchers: 7 },
    explanations: {},
  });
}, 15_000);

test("A_wrong_number_is_told_at_its_field_and_stops_nothing_else_from_being_saved", async () => {
  vi.spyOn(registry, "policy").mockImplementation(ruling);
  const save = vi.spyOn(cycles, "save").mockImplementation(async (_, text) => ({ value: detail(2, text.sections), etag: '"2"' }));
  const { router } = draw(<EditReport detail={detail(1, { talent: "一", services: "二" })} />, { at: "/report" });

  const number = (await screen.findByLabelText(/科研人员数/)) as HTMLInputElement;
  await userEvent.type(number, "1500");
  await userEvent.type(screen.getByRole("textbox", { name: /人才引育/ }), "续写");
  expect(screen.getByText("“1500”未被采用：应为 0 至 1,000 的整数。")).toBeDefined();
  await screen.findByText("科研人员数有误，未保存；其余已保存", {}, { timeout: 4000 });
  expect(save.mock.lastCall?.[1]).toMatchObject({ sections: { talent: "一续写", services: "二" }, indicators: {} });
  expect(number.value).toBe("1500");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /报\s*送/ }).disabled).toBe(true);

  void router.navigate("/elsewhere");
  await userEvent.click(await screen.findByRole("button", { name: "留在本页" }, { timeout: 4000 }));
  expect(router.state.location.pathname).toBe("/report");

  await userEvent.type(number, "{backspace}");
  await waitFor(() => expect(save.mock.lastCall?.[1].indicators).toEqual({ researchers: 150 }), { timeout: 4000 });
  expect(screen.queryByText(/未被采用/)).toBeNull();
}, 30_000);

test("A_wrong_number_is_still_there_after_two_drafts_were_put_together", async () => {
  vi.spyOn(registry, "policy").mockImplementation(ruling);
  const theirs = detail(2, { services: "同事补充" }, { savedByName: "李四" });
  vi.spyOn(cycles, "save")
    .mockRejectedValueOnce(new ProblemError({ status: 412, code: "stale", inputs: { latest: theirs } }))
    .mockImplementation(async (_, text) => ({ value: detail(3, text.sections), etag: '"3"' }));
  draw(<EditReport detail={detail(1, {})} />);

  await userEvent.type(await screen.findByLabelText(/科研人员数/), "约40");
  await userEvent.click(await screen.findByRole("button", { name: "合并并继续填写" }, { timeout: 4000 }));

  expect(((await screen.findByLabelText(/科研人员数/)) as HTMLInputElement).value).toBe("约40");
  expect(screen.getByDisplayValue("同事补充")).toBeDefined();
}, 15_000);
