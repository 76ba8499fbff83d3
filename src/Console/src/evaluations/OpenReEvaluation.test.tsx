import { fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { gateway } from "../api/gateway";
import { registry } from "../api/registry";
import type { InstitutionSummary } from "../api/types";
import { draw } from "../testing/draw";
import { OpenReEvaluation } from "./OpenReEvaluation";

const body = (name: string, rectificationUntil: string) => ({ id: name, name, rectificationUntil }) as InstitutionSummary;

afterEach(() => vi.restoreAllMocks());

test("A_body_is_offered_from_the_day_after_its_rectification_whatever_page_it_stands_on", async () => {
  vi.spyOn(gateway, "clock").mockResolvedValue({ now: "2026-05-01T00:00:00Z", today: "2026-05-01", adjustable: false });
  vi.spyOn(registry, "institutions").mockImplementation(async ({ after }) =>
    after
      ? { items: [body("期满中心", "2026-04-30")], next: null }
      : { items: [body("当日中心", "2026-05-01"), body("未满中心", "2026-06-01")], next: "2" },
  );
  draw(<OpenReEvaluation />);
  fireEvent.click(await screen.findByRole("button", { name: "启动整改复评" }));
  fireEvent.mouseDown(screen.getByRole("combobox"));
  const offered = (await screen.findAllByRole("option")).map((option) => option.textContent);
  expect(offered).toEqual(["期满中心"]);
}, 15_000);
