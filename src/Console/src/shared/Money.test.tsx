import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw";
import { CapBar } from "./CapBar";
import { Money } from "./Money";

test("An_amount_shows_yuan_and_tells_its_capitals", () => {
  draw(<Money fen={75_000_000} />);
  expect(screen.getByText("750,000.00").title).toBe("柒拾伍万元整");
});

test("No_amount_is_a_dash_not_zero", () => {
  draw(<Money fen={null} />);
  expect(screen.getByText("—")).toBeTruthy();
});

test("A_cap_shows_what_is_paid_what_is_approved_and_what_is_left", () => {
  draw(<CapBar capFen={300_000_000} committedFen={225_000_000} paidFen={150_000_000} />);
  const legend = screen.getByRole("figure").textContent;
  expect(legend).toContain("已拨付 1,500,000.00");
  expect(legend).toContain("已复核未拨付 750,000.00");
  expect(legend).toContain("剩余 750,000.00");
});
