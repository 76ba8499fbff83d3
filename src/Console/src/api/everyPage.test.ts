import { expect, test, vi } from "vitest";
import { everyPage } from "./everyPage";

test("A_list_is_read_to_its_last_page", async () => {
  const fetchPage = vi.fn(async ({ after }: Record<string, string | undefined>) =>
    after ? { items: [3], next: null } : { items: [1, 2], next: "2" },
  );
  expect(await everyPage(fetchPage, { status: "open" })).toEqual([1, 2, 3]);
  expect(fetchPage).toHaveBeenLastCalledWith({ status: "open", limit: "200", after: "2" });
});

test("A_list_without_an_end_is_not_read_for_ever", async () => {
  const fetchPage = vi.fn(async () => ({ items: new Array(200).fill(0), next: "more" }));
  expect(await everyPage(fetchPage)).toHaveLength(2_000);
});
