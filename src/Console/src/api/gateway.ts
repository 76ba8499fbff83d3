import { http } from "./http";
import type { Clock, Session } from "./types";

export const gateway = {
  session: () => http.get<Session>("/session"),
  logout: () => http.post<void>("/logout", {}),
  /** The business clock; not there in production, where it is the day on the wall. */
  clock: () => http.get<Clock>("/dev/clock"),
  loginAddress: (returnUrl: string) => `/login?returnUrl=${encodeURIComponent(returnUrl)}`,
};
