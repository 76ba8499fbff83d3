import type { Delegation } from "../api/routes";
import type { Role, Session } from "../api/types";

/** The post of another in which a deputy acts: kept for this tab, and said with every call. */
export type Acting = Pick<Delegation, "id" | "role" | "district" | "principalName">;

const key = "acting-for";

export function readActing(): Acting | null {
  const kept = sessionStorage.getItem(key);
  return kept ? (JSON.parse(kept) as Acting) : null;
}

/** Takes up another's post, or lays it down; every page is loaded anew, so that nothing of the other post stays on the screen. */
export function act(as: Acting | null) {
  as ? sessionStorage.setItem(key, JSON.stringify(as)) : sessionStorage.removeItem(key);
  window.location.assign("/");
}

/** The session as it is in the other's post: that post alone. */
export function inPost(session: Session, acting: Acting | null): Session {
  return acting && session.signedIn ? { ...session, roles: [acting.role as Role], district: acting.district } : session;
}
