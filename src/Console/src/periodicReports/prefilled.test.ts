import { expect, test } from "vitest";
import type { Prefill } from "../api/cycles";
import { shown, touched } from "./prefilled";

const prefill = (name: string, value: unknown): Prefill => ({ name, value, zh: "", en: "", reportId: "" });
const prefills = [prefill("researchers", 41), prefill("rdProjects", 7)];

test("A_prefilled_figure_is_shown_until_something_is_given_and_one_that_was_emptied_stays_empty", () => {
  expect(shown({}, prefills, ["researchers", "rdProjects"])).toEqual({ researchers: 41, rdProjects: 7 });
  expect(shown({ researchers: 50, rdProjects: null }, prefills, ["researchers", "rdProjects"])).toEqual({
    researchers: 50,
    rdProjects: null,
  });
  expect(shown({}, prefills, ["other"])).toEqual({});
});

test("A_prefilled_figure_is_stated_only_once_it_was_touched", () => {
  expect(touched({ researchers: 41, rdProjects: 8 }, {}, prefills)).toEqual({ rdProjects: 8 });
  expect(touched({ researchers: 41 }, { researchers: 50 }, prefills)).toEqual({ researchers: 41 });
  expect(touched({ researchers: null }, {}, prefills)).toEqual({ researchers: null });
});
