import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { draw } from "../testing/draw";
import { MoneyInput } from "./MoneyInput";

function Field({ onFen }: { onFen: (fen: number | null) => void }) {
  const [fen, setFen] = useState<number | null>(null);
  const change = (next: number | null) => {
    setFen(next);
    onFen(next);
  };
  return <MoneyInput value={fen} onChange={change} />;
}

test("An_amount_is_kept_in_fen_and_tidied_when_the_field_is_left", async () => {
  let kept: number | null = null;
  draw(<Field onFen={(fen) => (kept = fen)} />);
  const input = screen.getByRole("textbox");
  await userEvent.type(input, "3000000");
  expect(kept).toBe(300_000_000);
  expect(screen.getByText("叁佰万元整")).toBeTruthy();
  await userEvent.tab();
  expect((input as HTMLInputElement).value).toBe("3,000,000.00");
});

test("An_amount_that_cannot_be_read_stays_visible_and_is_never_kept", async () => {
  let kept: number | null = 1;
  draw(<Field onFen={(fen) => (kept = fen)} />);
  const input = screen.getByRole("textbox");
  await userEvent.type(input, "12.345");
  await userEvent.tab();
  expect(kept).toBeNull();
  expect((input as HTMLInputElement).value).toBe("12.345");
  expect(screen.getByText(/最多两位小数/)).toBeTruthy();
});
