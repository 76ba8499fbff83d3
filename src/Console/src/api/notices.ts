import { type Act, http, type Page } from "./http";
import type { Reporting } from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

/** The sorts of things that persons are told of. */
export type NoticeTopic = Reporting["NoticeTopic"];

/** A notice to the person signed in, with the clause behind it and the page that it is about. */
export type Notification = Reporting["NotificationView"];

/** How a person is told of one sort of thing; carried where the bureau's messenger posts it. */
export type TopicChoice = Reporting["TopicView"];

/** What a person chose beside the inbox, and what the platform can offer. */
export type Preference = Reporting["PreferenceView"];

export type PreferenceChoice = {
  digest: boolean;
  address: string | null;
  handle: string | null;
  topics: Omit<TopicChoice, "carried">[];
};

export type DeliveryChannel = Reporting["DeliveryChannel"];

/** Something that left the platform, or waits to. */
export type Delivery = Reporting["DeliveryView"];

/** A bureau's messenger; its secret is in the answer to who made it, and never again. */
export type Messenger = Reporting["WebhookView"];

export type Rebuild = Reporting["JobView"];

export const notices = {
  list: (query: Query) => http.get<Page<Notification>>(`${root}/notifications`, query),
  unread: () => http.get<Reporting["UnreadView"]>(`${root}/notifications/unread`),
  read: (id: string) => http.post<Reporting["MarkedView"]>(`${root}/notifications/${id}/read`, {}),
  readUpTo: (upTo: string, act: Act) => http.post<Reporting["MarkedView"]>(`${root}/notifications/read`, { upTo }, act),
  preference: () => http.get<Preference>(`${root}/notifications/preferences`),
  choose: async (choice: PreferenceChoice) => (await http.put<Preference>(`${root}/notifications/preferences`, choice)).value,

  deliveries: (query: Query) => http.get<Page<Delivery>>(`${root}/deliveries`, query),
  channels: () => http.get<Reporting["ChannelsView"]>(`${root}/deliveries/channels`),
  retry: (id: string, act: Act) => http.post<Delivery>(`${root}/deliveries/${id}/retry`, {}, act),
  messengers: () => http.get<Page<Messenger>>(`${root}/webhooks`),
  setMessenger: async (
    jurisdiction: string,
    setting: { url: string; enabled: boolean; newSecret: boolean; topics: NoticeTopic[] },
  ) => (await http.put<Messenger>(`${root}/webhooks/${encodeURIComponent(jurisdiction)}`, setting)).value,
  testMessenger: (jurisdiction: string) =>
    http.post<{ id: string }>(`${root}/webhooks/${encodeURIComponent(jurisdiction)}/test`, {}),

  rebuilds: () => http.get<Page<Rebuild>>(`${root}/projections/rebuilds`, { limit: "5" }),
  rebuild: (act: Act) => http.post<Rebuild>(`${root}/projections/rebuild`, {}, act),
};
