import { useQuery } from "@tanstack/react-query";
import { registers } from "../../api/registers";
import { registry } from "../../api/registry";
import { parseSocialCreditCode } from "../socialCreditCode";

const institution = "institution";

/** Where a link leads. */
export const linkAddress = (of: string, id: string) => (of === institution ? `/institutions/${id}` : `/registers/entries/${id}`);

/** What a link may lead to: by a part of its name, or by its whole social credit code where another keeps it (EI-02). */
export async function searchLinks(programme: string, of: string, sought: string) {
  const query = { q: sought || undefined, limit: "20" };
  if (of === institution) {
    // The directory searches by two characters or more; at the first one it still shows what comes first.
    const page = await registry.institutions({ ...query, q: sought.length > 1 ? sought : undefined });
    return page.items.map((one) => ({ value: one.id, label: one.name }));
  }
  const code = parseSocialCreditCode(sought);
  const [page, known] = await Promise.all([
    registers.entries(programme, of, query),
    code ? registers.known(programme, of, code).catch(() => null) : null,
  ]);
  const seen = page.items.map((one) => ({ value: one.id, label: one.title }));
  return known && !seen.some((one) => one.value === known.id) ? [...seen, { value: known.id, label: known.title }] : seen;
}

/** The name of what a link leads to; its ID until that is known, or where one may not see it. */
export function useLinkName(of: string, id: string | null | undefined): string {
  const name = useQuery({
    queryKey: ["link", of, id],
    queryFn: async () =>
      of === institution ? (await registry.institution(id ?? "")).name : (await registers.entry(id ?? "")).value.title,
    enabled: !!id,
    staleTime: 300_000,
    retry: false,
  });
  return name.data ?? id ?? "";
}
