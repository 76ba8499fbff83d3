import { type Act, http, type Page } from "./http";
import type { Interpretation } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** What a body is after its recognition: papers, opinions, changes, sanctions, bans; and how the bureau reads a clause (ZS-33). */
export const standing = {
  interpretations: (query: Query) => http.get<Page<Interpretation>>(`${root}/interpretations`, query),
  interpret: (interpretation: Omit<Interpretation, "id">, act: Act) =>
    http.post<Interpretation>(`${root}/interpretations`, interpretation, act),
};
