import { everyPage } from "../api/everyPage";
import { registry } from "../api/registry";
import type { ApplicationSummary } from "../api/types";

/** Recommended applications whose route has one of these steps still before it: what waits for a review, an entry or a filing. */
export async function recommendedFor(...steps: string[]): Promise<ApplicationSummary[]> {
  const items = await everyPage(registry.applications, { status: "recommended" });
  const programmes = [...new Set(items.map((one) => one.programme))];
  const packs = await Promise.all(programmes.map((programme) => registry.policy(programme)));
  const routes = new Map(packs.flatMap((pack) => pack.routes.map((route) => [`${pack.programme}/${route.name}`, route.steps])));
  return items.filter((one) => routes.get(`${one.programme}/${one.route}`)?.some((step) => steps.includes(step)));
}
