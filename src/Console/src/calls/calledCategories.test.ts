import { expect, test } from "vitest";
import type { Category, Route } from "../api/types";
import { field } from "../testing/fields";
import { calledCategories } from "./calledCategories";

const categories = ["regional", "campus"].map((key) => ({ key, label: { zh: key, en: key } })) as Category[];
const route = (more: Partial<Route>) => ({ field: null, is: [], steps: ["recommendation"], ...more }) as Route;
const fields = [field("type", "category")];
const keys = (routes: Route[]) => calledCategories({ routes, fields, categories }).map(({ key }) => key);

test("Only_what_goes_by_a_called_route_is_called_for", () => {
  const called = route({ field: "type", is: ["campus"], steps: ["call", "recommendation"] });
  expect(keys([called, route({ field: "type", is: ["regional"], steps: ["case-decision"] })])).toEqual(["campus"]);
});

test("A_programme_without_calls_calls_for_nothing", () => expect(keys([route({})])).toEqual([]));

test("Where_another_answer_decides_on_the_route_a_category_may_be_called_for", () =>
  expect(keys([route({ field: "purpose", is: ["recognition"], steps: ["call"] })])).toEqual(["regional", "campus"]));
