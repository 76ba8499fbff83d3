import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { boards } from "../api/boards";
import { ProblemError } from "../api/problem";
import type { DutyDetail } from "../api/types";
import { draw } from "../testing/draw";
import { ReportProgress } from "./DutyActs";

const detail = { duty: { id: "d", percent: null }, entries: [{ id: "e" }], version: 1 } as unknown as DutyDetail;

test("A_refused_file_leaves_the_entry_saved_and_says_so_instead_of_asking_for_it_again", async () => {
  const progress = vi.spyOn(boards, "progress").mockResolvedValue(detail);
  const attach = vi
    .spyOn(boards, "attachToEntry")
    .mockRejectedValueOnce(new ProblemError({ status: 400, zh: "不接受这种文件。", en: "Not this kind of file." }))
    .mockResolvedValue({} as never);
  draw(<ReportProgress detail={detail} />);
  await userEvent.click(screen.getByRole("button", { name: "报告进展" }));
  await userEvent.type(screen.getByLabelText("进展情况"), "已开工");
  const input = document.querySelector("input[type=file]") as HTMLInputElement;
  await userEvent.upload(input, [new File(["x"], "one.exe"), new File(["y"], "two.pdf")]);
  await userEvent.click(screen.getByRole("button", { name: "确认报告进展" }));

  expect(await screen.findByText(/不接受这种文件/, {}, { timeout: 4000 })).toBeDefined();
  expect(screen.getByText("one.exe", { selector: "strong" })).toBeDefined();
  expect(attach.mock.calls.map(([duty, entry, file]) => [duty, entry, file.name])).toEqual([
    ["d", "e", "one.exe"],
    ["d", "e", "two.pdf"],
  ]);
  await waitFor(() => expect(screen.queryByLabelText("进展情况")).toBeNull());
  expect(progress).toHaveBeenCalledOnce();
}, 20_000);
