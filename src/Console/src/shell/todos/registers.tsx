import { registers } from "../../api/registers";
import { registry } from "../../api/registry";
import { reminders } from "../../api/reminders";
import { countOf, reminderAddress } from "../../reminders/words";
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

/** What registers remind of: what my roles can do something about, or what others are to. */
const reminded = (mine: boolean) => async () => {
  const due = (await reminders.all()).items.filter((one) => one.count > 0 && one.waitsForMe === mine);
  return {
    items: due.map((one) => ({ to: reminderAddress(one), text: <Name of={one.label} />, aside: countOf(one) })),
    next: null,
  };
};

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
  {
    key: "reminders",
    roles: ["operator", "district-reviewer", "park-reviewer", "city-reviewer"],
    title: { zh: "登记提醒", en: "Reminders" },
    none: { zh: "没有登记提醒", en: "No reminders" },
    to: "/registers",
    load: reminded(true),
  },
  {
    key: "reminders-seen",
    roles: ["operator", "district-reviewer", "park-reviewer", "city-reviewer", "leader", "auditor"],
    title: { zh: "登记提醒（他人办理）", en: "Reminders to others" },
    none: { zh: "没有提醒他人的事项", en: "Others are reminded of nothing" },
    to: "/registers",
    passive: true,
    load: reminded(false),
  },
];
