import { act, renderHook } from "@testing-library/react";
import { createElement, type ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ProblemError } from "../../api/problem";
import type { Answers } from "../../api/types";
import { TextProvider } from "../../shell/text";
import { quietMs, useDraft } from "./useDraft";

type Save = (answers: Answers, etag: string | null) => Promise<{ value: unknown; etag: string | null }>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A draft is left by the router, and asks in the reader's language. */
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(
    TextProvider,
    null,
    createElement(RouterProvider, { router: createMemoryRouter([{ path: "*", element: children }]) }),
  );
const start = { value: { name: "甲" }, etag: '"1"' };
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("Typing_is_saved_once_one_pauses_under_the_version_last_seen", async () => {
  const save = vi.fn<Save>(async () => ({ value: {}, etag: '"2"' }));
  const { result } = renderHook(() => useDraft(start, save), { wrapper });
  act(() => result.current.change({ name: "乙" }));
  await wait(quietMs - 1);
  act(() => result.current.change({ name: "乙中心" }));
  await wait(quietMs - 1);
  expect(save).not.toHaveBeenCalled();
  await wait(1);
  expect(save.mock.calls).toEqual([[{ name: "乙中心" }, '"1"']]);
  expect(result.current.state).toBe("saved");
  expect(result.current.etag()).toBe('"2"');
});

test("What_is_typed_while_a_save_runs_follows_it_under_the_new_version", async () => {
  let finish: () => void = () => {};
  const save = vi.fn<Save>((_, etag) =>
    etag === '"1"'
      ? new Promise((resolve) => (finish = () => resolve({ value: {}, etag: '"2"' })))
      : Promise.resolve({ value: {}, etag: '"3"' }),
  );
  const { result } = renderHook(() => useDraft(start, save), { wrapper });
  act(() => result.current.change({ name: "乙" }));
  await wait(quietMs);
  act(() => result.current.change({ name: "丙" }));
  await act(async () => finish());
  await wait(quietMs);
  expect(save.mock.calls).toEqual([
    [{ name: "乙" }, '"1"'],
    [{ name: "丙" }, '"2"'],
  ]);
  expect(result.current.state).toBe("saved");
});

test("A_draft_that_somebody_else_changed_is_not_overwritten", async () => {
  const save = vi.fn<Save>(async () => {
    throw new ProblemError({ status: 412 });
  });
  const { result, unmount } = renderHook(() => useDraft(start, save), { wrapper });
  act(() => result.current.change({ name: "乙" }));
  await wait(quietMs);
  expect(result.current.state).toBe("conflict");
  act(() => result.current.change({ name: "丙" }));
  await wait(quietMs * 3);
  expect(save).toHaveBeenCalledOnce();
  unmount();
  await wait(quietMs);
  expect(save).toHaveBeenCalledOnce();
});

test("What_was_typed_last_is_saved_when_the_form_closes_before_the_pause", async () => {
  const save = vi.fn<Save>(async () => ({ value: {}, etag: '"2"' }));
  const { result, unmount } = renderHook(() => useDraft(start, save), { wrapper });
  act(() => result.current.change({ name: "乙" }));
  unmount();
  await wait(1);
  expect(save.mock.calls).toEqual([[{ name: "乙" }, '"1"']]);
});

test("Nothing_older_than_what_is_shown_is_handed_in", async () => {
  const save = vi.fn<Save>(async () => {
    throw new ProblemError({ status: 400 });
  });
  const { result } = renderHook(() => useDraft(start, save), { wrapper });
  act(() => result.current.change({ name: "乙" }));
  await expect(act(() => result.current.settle())).rejects.toThrow(ProblemError);
});

test("What_is_left_out_of_a_save_as_wrong_is_not_handed_in_either", async () => {
  const save = vi.fn<Save>(async () => ({ value: {}, etag: '"2"' }));
  const { result } = renderHook(() => useDraft(start, save, (answers) => answers.count !== "约4"), { wrapper });
  act(() => result.current.change({ name: "乙", count: "约4" }));
  await expect(act(() => result.current.settle())).rejects.toThrow(ProblemError);
  expect(save).toHaveBeenCalledOnce();
  act(() => result.current.change({ name: "乙", count: 4 }));
  await act(() => result.current.settle());
  expect(result.current.state).toBe("saved");
});
