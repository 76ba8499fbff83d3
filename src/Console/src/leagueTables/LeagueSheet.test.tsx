import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { LeagueContent, LeagueRow } from "../api/types";
import { draw } from "../testing/draw";
import { LeagueSheet } from "./LeagueSheet";

vi.mock("../shared/chartEngine", () => ({ init: () => ({ setOption: () => {}, resize: () => {}, dispose: () => {} }) }));

const citation = { clauseId: "SD-07", quote: "考核评比", source: "law" as const, decision: null };
const row = (key: string, rank: number | null, score: number | null, missing: string[] = []): LeagueRow => ({
  key,
  rank,
  name: { zh: key, en: key },
  score,
  exact: score === null ? null : `${score}/1`,
  heads:
    score === null
      ? []
      : [
          {
            head: "building",
            points: score,
            parts: [{ indicator: "moneyFen", value: 123456, points: score, claimed: key === "乙" }],
          },
        ],
  missing,
  waiting: [],
});
const content: LeagueContent = {
  comparison: "enclaves",
  label: { zh: "科创飞地考核评比", en: "enclaves compared" },
  citation,
  of: "institution",
  from: "2026-01-01",
  to: "2026-06-30",
  dueOn: "2026-07-30",
  heads: [
    {
      name: "building",
      label: { zh: "建设情况", en: "building" },
      clause: "SD-07",
      weight: 100,
      parts: [{ indicator: "moneyFen", label: { zh: "投入", en: "money" }, amount: true, weight: 100 }],
    },
  ],
  rows: [row("甲", 1, 100), row("乙", 2, 50), row("丙", 2, 50), row("丁", 4, 10), row("戊", null, null, ["戊"])],
};

test("Ties_share_their_rank_and_whose_report_is_missing_stands_last_by_name", () => {
  draw(<LeagueSheet content={content} />);

  const table = screen.getAllByRole("table")[0] as HTMLElement;
  const rows = within(table).getAllByRole("row").slice(1);
  expect(rows.map((one) => one.querySelector("td")?.textContent)).toEqual(["1", "2", "2", "4", "—"]);
  expect(rows.at(-1)?.textContent).toContain("逾期未报送：戊");
  expect(rows[0]?.textContent).toContain("1,234.56");
});

test("A_figure_without_evidence_is_marked_and_the_mark_is_explained_under_the_table", () => {
  draw(<LeagueSheet content={content} />);

  const marked = screen.getAllByRole("img", { name: "自报，没有证明材料" });
  expect(marked.map((mark) => mark.closest("tr")?.querySelector("th")?.textContent)).toEqual(["乙"]);
  expect(screen.getByText(/^\* 自报/)).toBeDefined();
});

test("The_weights_stand_under_the_table", () => {
  draw(<LeagueSheet content={content} />);

  expect(screen.getByText(/建设情况 100：/).textContent).toContain("投入 100");
});
