import { type Act, http, type Page } from "./http";
import type { Answers, Day, Instant, Institution, Notice } from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** A call for applications (EO-08); both of its days belong to it. */
export type Call = {
  id: string;
  programme: string;
  jurisdiction: string;
  title: string;
  categories: string[];
  opensOn: Day;
  closesOn: Day;
  lastDay: Day;
  documentNumber: string;
  materials: string;
  clause: string;
  publishedAt: Instant;
  isOpen: boolean;
  isOver: boolean;
  closedAt: Instant | null;
  closeReason: string | null;
  version: number;
};
export type CallPublishing = Pick<
  Call,
  "programme" | "title" | "categories" | "opensOn" | "closesOn" | "documentNumber" | "materials"
>;

/** A decision on one body (EO-07) or one result (HB-28). */
export type CaseDecision = {
  id: string;
  programme: string;
  kind: "body" | "result";
  subjectName: string;
  subjectCode: string;
  terms: string;
  documentNumber: string;
  decidedOn: Day;
  validUntil: Day | null;
  clause: string;
  status: "recorded" | "confirmed";
  recordedAt: Instant;
  recordedByName: string;
  confirmedAt: Instant | null;
  confirmedByName: string | null;
  applicationId: string | null;
  version: number;
};
export type CaseRecording = Pick<
  CaseDecision,
  "programme" | "kind" | "subjectName" | "subjectCode" | "terms" | "documentNumber" | "decidedOn"
> & { validUntil?: Day };

/** That a plan goes on after its end, or that a draft is adopted (P-6). */
export type PlanDecision = {
  id: string;
  programme: string;
  kind: "extend" | "adopt";
  until: Day | null;
  documentNumber: string;
  decidedOn: Day;
  status: "proposed" | "confirmed";
  proposedByName: string;
  confirmedByName: string | null;
  version: number;
};
export type PlanRecording = Pick<PlanDecision, "programme" | "kind" | "documentNumber" | "decidedOn"> & { until?: Day };

/** A reviewer's post in a deputy's hands. */
export type Delegation = {
  id: string;
  role: string;
  district: string | null;
  principalSubject: string;
  principalName: string;
  deputySubject: string;
  deputyName: string;
  from: Day;
  until: Day;
  reason: string;
  revokedAt: Instant | null;
  running: boolean;
  version: number;
};
export type DelegationGiving = { toSubject: string; toName: string; role: string; from: Day; until: Day; reason: string };

export type Filing = { documentNumber: string; decidedOn: Day; name?: string; caseDecisionId?: string; resolutionId?: string };
export type Difference = {
  from: number;
  to: number;
  answers: { path: string; before: Answers[string] | null; after: Answers[string] | null }[];
  files: { field: string; fileName: string; sha256: string; added: boolean }[];
};

/** What leads an application along its pack's route (EO-07, EO-08, SD-03, P-6). */
export const routes = {
  calls: (query: Query) => http.get<Page<Call>>(`${root}/calls`, query),
  publicCalls: (query: Query) => http.get<Page<Call>>(`${root}/public/calls`, query),
  publishCall: (call: CallPublishing, act: Act) => http.post<Call>(`${root}/calls`, call, act),
  closeCall: (id: string, reason: string, act: Act) => http.post<Call>(`${root}/calls/${id}/close`, { reason }, act),

  caseDecisions: (query: Query) => http.get<Page<CaseDecision>>(`${root}/case-decisions`, query),
  recordCase: (decision: CaseRecording, act: Act) => http.post<CaseDecision>(`${root}/case-decisions`, decision, act),
  confirmCase: (id: string, act: Act) => http.post<CaseDecision>(`${root}/case-decisions/${id}/confirm`, {}, act),
  postCase: (id: string, notice: { documentNumber: string; postedOn: Day }, act: Act) =>
    http.post<Notice>(`${root}/case-decisions/${id}/notice`, notice, act),
  strikeCase: (id: string, act: Act) => http.remove<CaseDecision>(`${root}/case-decisions/${id}`, act),

  planDecisions: (programme: string) => http.get<Page<PlanDecision>>(`${root}/plan-decisions`, { programme, limit: "50" }),
  recordPlan: (decision: PlanRecording, act: Act) => http.post<PlanDecision>(`${root}/plan-decisions`, decision, act),
  confirmPlan: (id: string, act: Act) => http.post<PlanDecision>(`${root}/plan-decisions/${id}/confirm`, {}, act),
  strikePlan: (id: string, act: Act) => http.remove<PlanDecision>(`${root}/plan-decisions/${id}`, act),

  delegations: (query: Query) => http.get<Page<Delegation>>(`${root}/delegations`, query),
  delegate: (delegation: DelegationGiving, act: Act) => http.post<Delegation>(`${root}/delegations`, delegation, act),
  revoke: (id: string, act: Act) => http.post<Delegation>(`${root}/delegations/${id}/revoke`, {}, act),

  file: (applicationId: string, filing: Filing, act: Act) =>
    http.post<Institution>(`${root}/applications/${applicationId}/file`, filing, act),
  difference: (applicationId: string) => http.get<Difference>(`${root}/applications/${applicationId}/difference`),
};
