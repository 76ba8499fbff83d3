import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { boards } from "../api/boards";
import { ProblemError } from "../api/problem";
import type { BulletinDetail } from "../api/types";
import { draw } from "../testing/draw";
import { EditBulletin } from "./EditBulletin";

vi.mock("../shared/chartEngine", () => ({ init: () => ({ setOption: () => {}, resize: () => {}, dispose: () => {} }) }));

const text = (zh: string) => ({ zh, en: "" });
const detail = {
  bulletin: { id: "b", title: text("季度通报") },
  blocks: [
    { key: "scope", kind: "paragraph", text: text("现通报如下。"), columns: [], rows: [], chart: null },
    { key: "ranks", kind: "table", text: text("排名"), columns: [text("名次")], rows: [[text("1")]], chart: null },
  ],
  version: 3,
} as unknown as BulletinDetail;

test("Words_are_sent_as_edited_and_a_table_by_its_key_alone", async () => {
  const save = vi.spyOn(boards, "saveBulletin").mockResolvedValue(detail);
  draw(<EditBulletin detail={detail} />);

  fireEvent.change(screen.getByLabelText("文字（中文）"), { target: { value: "现将二季度情况通报如下。" } });
  fireEvent.click(screen.getByRole("button", { name: /保存草稿/ }));

  await waitFor(() => expect(save).toHaveBeenCalled());
  const [id, edit, version] = save.mock.lastCall ?? [];
  expect([id, version]).toEqual(["b", 3]);
  expect(edit?.blocks).toEqual([
    { key: null, kind: "paragraph", text: text("现将二季度情况通报如下。") },
    { key: "ranks", kind: "table", text: text("排名") },
  ]);
});

test("A_block_is_moved_and_left_out", async () => {
  const save = vi.spyOn(boards, "saveBulletin").mockResolvedValue(detail);
  draw(<EditBulletin detail={detail} />);

  fireEvent.click(screen.getAllByRole("button", { name: "下移" })[0] as HTMLElement);
  fireEvent.click(screen.getAllByRole("button", { name: "删除" })[1] as HTMLElement);
  fireEvent.click(screen.getByRole("button", { name: /保存草稿/ }));

  await waitFor(() => expect(save.mock.lastCall?.[1].blocks.map((block) => block.key)).toEqual(["ranks"]));
});

const theirs = {
  ...detail,
  version: 4,
  blocks: [{ ...detail.blocks[0], text: text("同事所写。") }],
} as unknown as BulletinDetail;

function Previewed() {
  const [preview, setPreview] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setPreview((now) => !now)}>
        切换
      </button>
      <EditBulletin detail={detail} preview={preview} />
    </>
  );
}

test("A_preview_shows_what_is_written_and_loses_none_of_it", async () => {
  const { router } = draw(<Previewed />, { at: "/bulletins/b" });
  fireEvent.change(screen.getByLabelText("文字（中文）"), { target: { value: "尚未保存的文字。" } });
  fireEvent.click(screen.getByRole("button", { name: "切换" }));
  expect(screen.getByText("尚未保存的文字。").className).toBe("bulletin-text");
  expect(screen.getByText(/预览含尚未保存的改动/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "切换" }));
  expect(screen.getByLabelText<HTMLTextAreaElement>("文字（中文）").value).toBe("尚未保存的文字。");

  act(() => void router.navigate("/bulletins"));
  expect(await screen.findAllByText("有尚未保存的内容", {}, { timeout: 4000 })).not.toHaveLength(0);
  expect(router.state.location.pathname).toBe("/bulletins/b");
});

/** The page fetches the bulletin anew while somebody writes. */
function Refetched() {
  const [shown, setShown] = useState(detail);
  return (
    <>
      <button type="button" onClick={() => setShown(theirs)}>
        重新获取
      </button>
      <EditBulletin detail={shown} />
    </>
  );
}

test("What_a_colleague_saved_meanwhile_is_shown_and_nobody_loses_words", async () => {
  const save = vi
    .spyOn(boards, "saveBulletin")
    .mockRejectedValueOnce(new ProblemError({ status: 412, code: "stale", inputs: { latest: theirs } }))
    .mockResolvedValue({ ...theirs, version: 5 });
  draw(<Refetched />);
  fireEvent.change(screen.getByLabelText("文字（中文）"), { target: { value: "我所写。" } });

  fireEvent.click(screen.getByRole("button", { name: "重新获取" }));
  fireEvent.click(screen.getByRole("button", { name: /保存草稿/ }));
  expect(await screen.findByText("同事所写。")).toBeTruthy();
  expect(save.mock.lastCall?.[2]).toBe(3);
  expect(screen.getByLabelText<HTMLTextAreaElement>("文字（中文）").value).toBe("我所写。");
  fireEvent.click(screen.getByRole("button", { name: /保存我的文字/ }));

  await waitFor(() => expect(save.mock.lastCall?.[2]).toBe(4));
  expect(save.mock.lastCall?.[1].blocks[0]?.text.zh).toBe("我所写。");
});
