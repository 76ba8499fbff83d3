import { registers } from "../../api/registers";
import { registry } from "../../api/registry";
import { type Text, useText } from "../text";
import type { Todo } from "./todo";

/** Newly filed entries that one of my roles takes further, by register; of every programme that the bureau has. */
async function waiting() {
  const programmes = [...new Set((await registry.policies()).items.map((pack) => pack.programme))];
  const found = await Promise.all(
    programmes.map(async (programme) =>
      (await registers.overview(programme)).items
        .filter((register) => register.waiting > 0)
        .map((register) => ({
          to: `/registers/${programme}/${register.name}`,
          text: <Name of={register.label} />,
          aside: register.waiting,
        })),
    ),
  );
  return { items: found.flat(), next: null };
}

function Name({ of }: { of: Text }) {
  return useText().t(of);
}

export const registersTodos: Todo[] = [
  {
    key: "registers",
    roles: ["operator", "district-reviewer", "park-reviewer", "city-reviewer", "leader"],
    title: { zh: "登记册待办", en: "Registers to attend to" },
    none: { zh: "登记册没有待办", en: "Nothing waits in the registers" },
    to: "/registers",
    load: waiting,
  },
];
