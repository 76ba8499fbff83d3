import { type Act, http, type Page } from "./http";
import type { Day, Instant } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

/** A notice to the person signed in, with the clause behind it and the page that it is about. */
export type Notification = {
  id: string;
  kind: string;
  zh: string;
  en: string;
  clause: string | null;
  link: string;
  day: Day;
  at: Instant;
  read: boolean;
};

/** What a person chose beside the inbox, and what the platform can offer. */
export type Preference = {
  digest: boolean;
  address: string | null;
  mailAvailable: boolean;
  messengerAvailable: boolean;
  version: number;
};

export type DeliveryChannel = "mail" | "webhook";

/** Something that left the platform, or waits to. */
export type Delivery = {
  id: string;
  channel: DeliveryChannel;
  jurisdiction: string | null;
  recipient: string;
  day: Day;
  notices: number;
  state: "waiting" | "sent" | "parked";
  attempts: number;
  nextAttemptAt: Instant | null;
  lastError: string | null;
  sentAt: Instant | null;
};

export type Channel = {
  channel: DeliveryChannel;
  configured: boolean;
  waiting: number;
  parked: number;
  oldestWaiting: Day | null;
};

/** A bureau's messenger; its secret is in the answer to who made it, and never again. */
export type Messenger = {
  jurisdiction: string;
  url: string;
  enabled: boolean;
  setByName: string;
  setAt: Instant;
  version: number;
  secret: string | null;
};

export type Rebuild = {
  id: string;
  state: "queued" | "running" | "done" | "failed";
  done: number;
  total: number;
  requestedAt: Instant;
  result: string | null;
  error: string | null;
};

export const notices = {
  list: (query: Query) => http.get<Page<Notification>>(`${root}/notifications`, query),
  unread: () => http.get<{ unread: number; atLeast: boolean }>(`${root}/notifications/unread`),
  read: (id: string) => http.post<{ marked: number }>(`${root}/notifications/${id}/read`, {}),
  readUpTo: (upTo: string, act: Act) => http.post<{ marked: number }>(`${root}/notifications/read`, { upTo }, act),
  preference: () => http.get<Preference>(`${root}/notifications/preferences`),
  choose: async (choice: { digest: boolean; address: string | null }) =>
    (await http.put<Preference>(`${root}/notifications/preferences`, choice)).value,

  deliveries: (query: Query) => http.get<Page<Delivery>>(`${root}/deliveries`, query),
  channels: () => http.get<{ channels: Channel[] }>(`${root}/deliveries/channels`),
  retry: (id: string, act: Act) => http.post<Delivery>(`${root}/deliveries/${id}/retry`, {}, act),
  messengers: () => http.get<Page<Messenger>>(`${root}/webhooks`),
  setMessenger: async (jurisdiction: string, setting: { url: string; enabled: boolean; newSecret: boolean }) =>
    (await http.put<Messenger>(`${root}/webhooks/${encodeURIComponent(jurisdiction)}`, setting)).value,

  rebuilds: () => http.get<Page<Rebuild>>(`${root}/projections/rebuilds`, { limit: "5" }),
  rebuild: (act: Act) => http.post<Rebuild>(`${root}/projections/rebuild`, {}, act),
};
