import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form, Input } from "antd";
import { expect, test, vi } from "vitest";
import type { Act } from "../api/http";
import { ProblemError, unreachable } from "../api/problem";
import { draw } from "../testing/draw";
import { ActionButton } from "./ActionButton";

type Values = { reason: string };

function button(act: (values: Values, act: Act) => Promise<unknown>) {
  return (
    <ActionButton<Values, unknown>
      label="撤销"
      version={7}
      fields={
        <Form.Item name="reason" label="理由" rules={[{ required: true }]}>
          <Input />
        </Form.Item>
      }
      summary={(values) => [{ label: "理由", value: values.reason }]}
      consequence="撤销后不能恢复。"
      act={act}
      done="已撤销"
    />
  );
}

async function fillIn() {
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  await userEvent.type(await screen.findByLabelText("理由"), "重复提出");
  await userEvent.click(screen.getByRole("button", { name: "下一步：核对" }));
  return screen.findByRole("button", { name: "确认撤销" });
}

test("Nothing_is_sent_before_the_summary_is_confirmed", async () => {
  const act = vi.fn(async () => ({}));
  draw(button(act));
  const confirm = await fillIn();
  expect(act).not.toHaveBeenCalled();
  expect(screen.getByText("撤销后不能恢复。")).toBeTruthy();
  await userEvent.click(confirm);
  await waitFor(() => expect(act).toHaveBeenCalledOnce());
  expect(act.mock.calls[0]).toEqual([{ reason: "重复提出" }, { key: expect.stringMatching(/^[0-9a-f]{32}$/), version: 7 }]);
});

test("A_retry_of_the_same_form_carries_the_same_key_and_a_new_form_a_new_one", async () => {
  const keys: (string | undefined)[] = [];
  let answers = 0;
  draw(
    button(async (_, { key }) => {
      keys.push(key);
      if (answers++ === 0) {
        throw new ProblemError(unreachable);
      }
    }),
  );
  const confirm = await fillIn();
  await userEvent.click(confirm);
  expect((await screen.findByRole("alert")).textContent).toContain("暂时无法连接服务器");
  await userEvent.click(screen.getByRole("button", { name: "确认撤销" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(await fillIn());
  await waitFor(() => expect(keys).toHaveLength(3));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test("A_form_that_is_not_filled_in_goes_no_further", async () => {
  const act = vi.fn(async () => ({}));
  draw(button(act));
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  await userEvent.click(await screen.findByRole("button", { name: "下一步：核对" }));
  expect(await screen.findByText("请输入理由")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "确认撤销" })).toBeNull();
});

test("What_follows_is_told_beside_the_form_where_no_summary_comes_after_it", async () => {
  const reason = (
    <Form.Item name="reason" label="理由">
      <Input />
    </Form.Item>
  );
  draw(
    <ActionButton<Values, unknown>
      label="登记"
      fields={reason}
      consequence="由另一人确认后生效。"
      act={async () => ({})}
      done="已登记"
    />,
  );
  await userEvent.click(screen.getByRole("button", { name: /登\s*记/ }));
  expect(await screen.findByText("由另一人确认后生效。")).toBeTruthy();
});

test("An_act_of_confirming_is_confirmed_by_its_own_name", async () => {
  draw(<ActionButton<object, unknown> label="确认名单" summary={() => []} act={async () => ({})} done="已确认" />);
  await userEvent.click(screen.getByRole("button", { name: "确认名单" }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "确认确认名单" })).toBeNull();
  expect(screen.getAllByRole("button", { name: "确认名单" }).length).toBeGreaterThan(0);
});
