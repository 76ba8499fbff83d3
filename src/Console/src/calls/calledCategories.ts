import type { Pack, Route } from "../api/types";

const takesCalls = (route: Route) => route.steps.includes("call");

/** The categories whose applications go by a route with calls (EO-08); where another answer decides on the route, it may. */
export function calledCategories({ routes, fields, categories }: Pick<Pack, "routes" | "fields" | "categories">) {
  const asked = fields.find(({ type }) => type === "category")?.name;
  if (!asked || !routes.some(takesCalls)) {
    return [];
  }
  return categories.filter(({ key }) => {
    const route = routes.find(({ field, is }) => field === null || (field === asked && is.includes(key)));
    return !route || takesCalls(route);
  });
}
