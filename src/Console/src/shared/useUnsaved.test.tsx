import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Link } from "react-router";
import { expect, test, vi } from "vitest";
import { draw } from "../testing/draw";
import { useUnsaved } from "./useUnsaved";

function Form({ unsaved, save }: { unsaved: boolean; save?: () => Promise<boolean> }) {
  useUnsaved(() => unsaved, save);
  return <Link to="/elsewhere">离开</Link>;
}

test("Whoever_leaves_with_unsaved_words_is_asked_and_may_stay_or_go", async () => {
  const { router } = draw(<Form unsaved />, { at: "/form" });
  await userEvent.click(screen.getByRole("link", { name: "离开" }));
  await userEvent.click(await screen.findByRole("button", { name: "留在本页" }));
  expect(router.state.location.pathname).toBe("/form");

  await userEvent.click(screen.getByRole("link", { name: "离开" }));
  const leave = await screen.findAllByRole("button", { name: "不保存，离开" });
  await userEvent.click(leave.at(-1) as HTMLElement);
  await waitFor(() => expect(router.state.location.pathname).toBe("/elsewhere"));
});

test("What_can_be_saved_is_saved_before_one_leaves_without_a_question", async () => {
  const save = vi.fn(async () => true);
  const { router } = draw(<Form unsaved save={save} />, { at: "/form" });
  await userEvent.click(screen.getByRole("link", { name: "离开" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/elsewhere"));
  expect(save).toHaveBeenCalledOnce();
  expect(screen.queryByText("有尚未保存的内容")).toBeNull();
});

test("Without_unsaved_words_a_link_leads_on", async () => {
  const { router } = draw(<Form unsaved={false} />, { at: "/form" });
  await userEvent.click(screen.getByRole("link", { name: "离开" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/elsewhere"));
});
