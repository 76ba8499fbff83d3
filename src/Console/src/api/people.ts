import { type Act, http, type Page } from "./http";
import type { Day, Instant } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

export type PlaceKind = "district" | "zone" | "park";

/** A district, zone or park of a bureau (EI-12, EI-13). */
export type Place = {
  id: string;
  jurisdiction: string;
  code: string;
  kind: PlaceKind;
  parent: string | null;
  zh: string;
  en: string;
  from: Day;
  until: Day | null;
  version: number;
};

export type PlaceEntry = Omit<Place, "id" | "version" | "jurisdiction"> & { jurisdiction?: string };
export type PlaceAmendment = Pick<Place, "zh" | "en" | "parent" | "until">;

/** A park with its carriers: created in a period, and on the register at its end (EI-12). */
export type ParkCarriers = { park: string; zh: string; en: string; district: string | null; created: number; standing: number };

export type InvitationStatus = "open" | "taken" | "redeemed" | "revoked";

/** An invitation to act for an organisation; its code is in the answer to who made it, and never again. */
export type Invitation = {
  id: string;
  district: string;
  park: string | null;
  organisationCode: string;
  organisationName: string;
  name: string;
  email: string | null;
  expiresOn: Day;
  status: InvitationStatus;
  expired: boolean;
  invitedAt: Instant;
  invitedByName: string;
  redeemedByName: string | null;
  redeemedAt: Instant | null;
  revokedByName: string | null;
  reason: string | null;
  code: string | null;
  version: number;
};

export type InvitationEntry = {
  organisationCode: string;
  organisationName: string;
  name: string;
  email?: string;
  district?: string;
  park?: string;
  expiresOn: Day;
};

/** One request of a person: who, when, what, with which result. */
export type Access = {
  id: string;
  at: Instant;
  person: string | null;
  personName: string | null;
  method: string;
  route: string;
  subjectId: string | null;
  status: number;
};

export type Service = "registry" | "funding" | "reporting";

/** People and places as data: districts, zones and parks, who is invited, and who read or wrote what. */
export const people = {
  places: (query: Query) => http.get<Page<Place>>(`${root}/places`, query),
  publicPlaces: (query: Query) => http.get<Page<Place>>(`${root}/public/places`, query),
  enterPlace: (place: PlaceEntry, act: Act) => http.post<Place>(`${root}/places`, place, act),
  amendPlace: async (place: Place, amendment: PlaceAmendment) =>
    (await http.put<Place>(`${root}/places/${place.id}`, amendment, `"${place.version}"`)).value,
  carriers: (query: Query) => http.get<{ from: Day; to: Day; items: ParkCarriers[] }>(`${root}/places/parks/carriers`, query),
  carriersAddress: (query: URLSearchParams) => `${root}/places/parks/carriers/export?${query}`,
  moveToPark: (institutionId: string, park: string | null, version: number) =>
    http.put<{ id: string }>(`${root}/institutions/${institutionId}/park`, { park }, `"${version}"`),

  invitations: (query: Query) => http.get<Page<Invitation>>(`${root}/invitations`, query),
  invite: (invitation: InvitationEntry, act: Act) => http.post<Invitation>(`${root}/invitations`, invitation, act),
  revoke: (id: string, reason: string, act: Act) => http.post<Invitation>(`${root}/invitations/${id}/revoke`, { reason }, act),
  redeem: (code: string, act: Act) => http.post<Invitation>(`${root}/invitations/redeem`, { code }, act),

  accessLog: (service: Service, query: Query) => http.get<Page<Access>>(`/api/${service}/access-log`, query),
  accessLogAddress: (service: Service, query: URLSearchParams) => `/api/${service}/access-log/export?${query}`,
};
