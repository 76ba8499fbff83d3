import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Clause } from "../shared/Clause";
import { draw } from "../testing/draw";
import { InterpretationsProvider } from "./Interpretations";

const entry = {
  id: "1",
  programme: "zhoushan-innovation-centres",
  clause: "ZS-19",
  text: "整改期自公布结果的次日起算。",
  documentNumber: "舟科释〔2027〕1号",
  issuedOn: "2027-03-01",
};

test("How_the_bureau_reads_a_clause_stands_beside_it_and_beside_no_other", async () => {
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ items: [entry], next: null }), { status: 200 }));
  draw(
    <InterpretationsProvider>
      <Clause id="ZS-19" />
      <Clause id="ZS-20" />
    </InterpretationsProvider>,
  );
  expect(await screen.findByText("释")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /ZS-19/ }));
  expect(await screen.findByText(/整改期自公布结果的次日起算/)).toBeTruthy();
  expect(screen.getByText(/舟科释〔2027〕1号/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /ZS-20/ })).toBeNull();
});
