import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { draw } from "../testing/draw";
import { Chart } from "./Chart";

const setOption = vi.fn();
vi.mock("./chartEngine", () => ({ init: () => ({ setOption, resize: () => {}, dispose: () => {} }) }));

test("Behind_a_chart_stands_a_table_with_the_exact_figures_and_gaps_stay_gaps", () => {
  draw(
    <Chart
      title="对接活动"
      categoryName="年度"
      categories={["2022", "2023"]}
      series={[
        { name: "计划", kind: "line", values: [50, 50] },
        { name: "实际", kind: "bar", values: [61.5, null], texts: ["123/2", null] },
      ]}
    />,
  );

  const rows = within(screen.getByRole("table", { hidden: true })).getAllByRole("row", { hidden: true });
  expect(rows.map((row) => row.textContent)).toEqual(["年度计划实际", "202250123/2", "202350—"]);
});

test("A_forecast_is_drawn_dashed_and_the_actual_as_bars", async () => {
  draw(
    <Chart
      title="对接活动"
      categoryName="年度"
      categories={["2022"]}
      series={[
        { name: "实际", kind: "bar", values: [1] },
        { name: "预测", kind: "line", dashed: true, values: [2] },
      ]}
    />,
  );

  await waitFor(() => expect(setOption).toHaveBeenCalled());
  const { series } = setOption.mock.lastCall?.[0] ?? {};
  expect(series).toMatchObject([{ type: "bar" }, { type: "line", lineStyle: { type: "dashed" } }]);
});
