import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { funding } from "../api/funding";
import { payments } from "../api/payments";
import { registry } from "../api/registry";
import type { AccountDetail } from "../api/types";
import { draw } from "../testing/draw";
import { ProposeAdvance } from "./ProposeAdvance";

const bodies = [
  { id: "known", name: "甲中心" },
  { id: "first", name: "乙中心" },
];

afterEach(() => {
  vi.restoreAllMocks();
});

test("The_confirmed_account_of_one_body_is_never_left_standing_under_another", async () => {
  vi.spyOn(funding, "appropriations").mockResolvedValue({ items: [], next: null });
  vi.spyOn(registry, "institutions").mockImplementation(
    async ({ q }) => ({ items: bodies.filter((body) => body.name.includes(q ?? "")), next: null }) as never,
  );
  vi.spyOn(funding, "account").mockImplementation(
    async (id) =>
      ({
        account: { institutionId: id, name: id, coBuilt: id === "known", implementingBodyName: `${id}有限公司` },
      }) as AccountDetail,
  );
  vi.spyOn(payments, "payeeAccounts").mockImplementation(
    async ({ institution }) => ({ items: institution === "known" ? [{ id: "a" }] : [], next: null }) as never,
  );
  vi.spyOn(payments, "payeeAccount").mockResolvedValue({ name: "甲公司", number: "6222", bank: null } as never);
  draw(<ProposeAdvance />);
  const open = await screen.findByRole("button", { name: "提出拨付" });
  await waitFor(() => expect(open).toHaveProperty("disabled", false));
  await userEvent.click(open);

  await pick("甲中心");
  await waitFor(() => expect(field("收款账号").value).toBe("6222"));
  expect(field("收款单位").value).toBe("甲公司");
  expect(screen.queryByLabelText("非市县共建，须说明理由")).toBeNull();

  await pick("乙中心");
  await waitFor(() => expect(field("收款单位").value).toBe("first有限公司"));
  expect(field("收款账号").value).toBe("");
  expect(await screen.findByLabelText("非市县共建，须说明理由")).toBeTruthy();
});

const field = (label: string) => screen.getByLabelText(label) as HTMLInputElement;

async function pick(name: string) {
  await userEvent.type(field("机构"), name);
  await userEvent.click((await screen.findAllByTitle(name)).at(-1) as HTMLElement);
}
