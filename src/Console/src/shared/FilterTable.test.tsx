import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ProblemError } from "../api/problem";
import { draw } from "../testing/draw";
import { FilterTable } from "./FilterTable";

type Row = { id: string; name: string };
type Query = Record<string, string | undefined>;

const pages: Record<string, { items: Row[]; next: string | null }> = {
  "": { items: [{ id: "1", name: "甲中心" }], next: "c1" },
  c1: { items: [{ id: "2", name: "乙中心" }], next: null },
};

function table(fetchPage: (query: Query) => Promise<{ items: Row[]; next: string | null }>) {
  return (
    <FilterTable<Row>
      of="rows"
      fetchPage={fetchPage}
      rowKey="id"
      emptyText="没有记录"
      filters={[{ name: "status", label: "状态", options: [{ value: "paid", label: "已拨付" }] }]}
      columns={[{ title: "名称", dataIndex: "name" }]}
    />
  );
}

test("The_address_decides_filters_and_page", async () => {
  const fetchPage = vi.fn(async () => pages.c1 as { items: Row[]; next: string | null });
  draw(table(fetchPage), { at: "/?status=paid&after=c1" });
  expect(await screen.findByText("乙中心")).toBeTruthy();
  expect(fetchPage).toHaveBeenCalledWith(expect.objectContaining({ status: "paid", after: "c1" }));
});

test("Pages_are_turned_forward_by_cursor_and_back_by_the_trail", async () => {
  const { router } = draw(table(async (query) => pages[query.after ?? ""] as { items: Row[]; next: string | null }));
  await screen.findByText("甲中心");
  await userEvent.click(screen.getByRole("button", { name: "下一页" }));
  expect(await screen.findByText("乙中心")).toBeTruthy();
  expect(router.state.location.search).toBe("?after=c1");
  await userEvent.click(screen.getByRole("button", { name: "上一页" }));
  expect(await screen.findByText("甲中心")).toBeTruthy();
  expect(router.state.location.search).toBe("");
});

test("Choosing_a_filter_starts_again_at_the_first_page", async () => {
  const { router } = draw(
    table(async (query) => pages[query.after ?? ""] as { items: Row[]; next: string | null }),
    { at: "/?after=c1" },
  );
  await screen.findByText("乙中心");
  await userEvent.click(screen.getByRole("combobox"));
  await userEvent.click(await screen.findByText("已拨付"));
  await waitFor(() => expect(router.state.location.search).toBe("?status=paid"));
});

test("An_empty_list_says_what_is_empty", async () => {
  draw(table(async () => ({ items: [], next: null })));
  expect(await screen.findByText("没有记录")).toBeTruthy();
});

test("A_refused_list_shows_the_refusal", async () => {
  draw(
    table(async () => {
      throw new ProblemError({ status: 403, zh: "您的角色不能查看。", en: "no" });
    }),
  );
  expect((await screen.findByRole("alert")).textContent).toContain("您的角色不能查看。");
});
