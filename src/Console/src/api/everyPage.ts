import type { Page } from "./http";

type Query = Record<string, string | undefined>;

/** What nobody picks from by eye any more; what is longer needs a search. */
const most = 2_000;

/** A list as a whole, page by page, where a picker or a name needs all of it. */
export async function everyPage<T>(fetchPage: (query: Query) => Promise<Page<T>>, query: Query = {}, limit = 200): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await fetchPage({ ...query, limit: String(limit), after });
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after && items.length < most);
  return items;
}
