import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form } from "antd";
import { expect, test } from "vitest";
import { draw } from "../testing/draw";
import { NumberField } from "./NumberField";

const typing = async (text: string) => {
  let kept: unknown = "nothing";
  draw(
    <Form onFinish={({ score }) => (kept = score)}>
      <NumberField name="score" label="评分" min={0} max={100} />
      <button type="submit">交</button>
    </Form>,
  );
  await userEvent.type(screen.getByRole("spinbutton"), text);
  await userEvent.tab();
  await userEvent.click(screen.getByRole("button", { name: "交" }));
  return { kept: () => kept, shown: () => (screen.getByRole("spinbutton") as HTMLInputElement).value };
};

test.each(["101", "-3", "59.99"])("What_is_beyond_its_bounds_stays_as_it_was_typed_and_is_refused: %s", async (text) => {
  const field = await typing(text);
  expect(await screen.findByText(/请填写 0 至 100 之间的整数/)).toBeTruthy();
  expect(field.shown()).toBe(text);
  expect(field.kept()).toBe("nothing");
});

test("A_number_on_its_bound_is_kept", async () => {
  const field = await typing("100");
  await expect.poll(field.kept).toBe(100);
});
