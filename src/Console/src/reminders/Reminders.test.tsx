import { screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, test, vi } from "vitest";
import type { ReminderSummary } from "../api/reminders";
import { registersTodos } from "../shell/todos/registers";
import { draw } from "../testing/draw";
import { ReminderList } from "./ReminderList";
import { Reminders } from "./Reminders";

const reminder = (name: string, count: number, waitsForMe: boolean, more = false): ReminderSummary => ({
  programme: "zone",
  name,
  label: { zh: `提醒${name}`, en: name },
  clause: "HB-25",
  kind: "missing",
  register: "rules-on-file",
  of: "universities",
  year: null,
  count,
  more,
  waitsForMe,
});

const answer = (...items: ReminderSummary[]) =>
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ items, next: null }), { status: 200 }));

test("What_reminds_of_something_is_told_with_its_number_and_what_does_not_is_silent", async () => {
  answer(reminder("rules", 1000, true, true), reminder("credit", 0, true));
  draw(<Reminders programme="zone" about="7" />);
  expect((await screen.findByRole("link", { name: "提醒rules" })).getAttribute("href")).toBe(
    "/registers/reminders/zone/rules?about=7",
  );
  expect(screen.getByText("1000+")).toBeTruthy();
  expect(screen.queryByText("提醒credit")).toBeNull();
});

test("A_reminder_waits_for_those_who_can_do_something_about_it_and_is_only_seen_by_the_others", async () => {
  answer(reminder("mine", 1, true), reminder("theirs", 2, false), reminder("none", 0, true));
  const loaded = async (key: string) => {
    const todo = registersTodos.find((one) => one.key === key);
    return { passive: todo?.passive ?? false, to: (await todo?.load())?.items.map((item) => item.to) };
  };
  expect(await loaded("reminders")).toEqual({ passive: false, to: ["/registers/reminders/zone/mine"] });
  expect(await loaded("reminders-seen")).toEqual({ passive: true, to: ["/registers/reminders/zone/theirs"] });
});

test("Who_is_named_by_its_code_reads_of_itself_without_a_link_into_a_list_that_it_does_not_see", async () => {
  const citation = { clauseId: "HB-25", quote: "制度", source: "law" };
  const label = { zh: "制度未备存", en: "no rules" };
  const pack = {
    programme: "zone",
    registers: [{ name: "rules-on-file", label: { zh: "制度", en: "rules" }, about: null }],
    reminders: [{ name: "rules", label, citation, kind: "missing", register: "rules-on-file", of: "universities", turn: null }],
  };
  const row = (id: string, opens: boolean) => ({
    id,
    register: "universities",
    number: 1,
    title: `大学${id}`,
    district: null,
    since: null,
    lastDay: null,
    opens,
  });
  vi.stubGlobal("fetch", async (address: string) => {
    const body = address.includes("/reminders/")
      ? { items: [row("1", false), row("2", true)], next: null }
      : address.includes("/policies/")
        ? pack
        : { items: [], next: null };
    return new Response(JSON.stringify(body), { status: 200 });
  });
  draw(
    <Routes>
      <Route path="/registers/reminders/:programme/:reminder" element={<ReminderList />} />
    </Routes>,
    { at: "/registers/reminders/zone/rules" },
  );
  expect((await screen.findByRole("link", { name: /大学2/ })).getAttribute("href")).toBe("/registers/entries/2");
  expect(screen.getByText(/大学1/).closest("a")).toBeNull();
  expect(screen.getAllByRole("link", { name: "制度" }).map((one) => one.getAttribute("href"))).toEqual([
    "/registers/zone/rules-on-file",
    "/registers/zone/rules-on-file",
  ]);
});
