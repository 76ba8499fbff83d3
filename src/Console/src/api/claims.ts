import type { Text } from "../shell/text";
import { type Act, http, type Page } from "./http";
import type { Payment, PaymentStep } from "./payments";
import type { Answers, Attachment, Day, Funding, Sheet } from "./types";

const root = "/api/funding";
type Query = Record<string, string | undefined>;

export type ClaimStatus = Funding["ClaimStatus"];

export type Claim = Funding["ClaimView"];

/** A payment or invoice that money is claimed against. */
export type ClaimProof = Funding["ClaimProofView"];

/** What a person must judge, and what was found. */
export type ClaimFlag = { condition: string; clause: string; zh: string; en: string; finding: string | null };
export type ClaimFile = { field: string; proofNumber: string | null; file: Attachment };

/** What a claimant may have under a ceiling, what it had, what is left (HB-04). */
export type Room = {
  label: Text;
  clauseId: string;
  quote: string;
  fiscalYear: number | null;
  ceilingFen: number;
  usedFen: number;
  leftFen: number;
};

export type Share = Funding["ShareEntry"];
export type ClaimStep = { status: ClaimStatus; on: Day; by: string; note: string | null };

export type ClaimDetail = {
  claim: Claim;
  answers: Answers;
  payeeName: string | null;
  payeeAccount: string | null;
  reason: string | null;
  proofs: ClaimProof[];
  flags: ClaimFlag[];
  files: ClaimFile[];
  room: Room | null;
  payment: Payment | null;
  shares: Share[];
  timeline: ClaimStep[];
  version: number;
};

export type ProofFinding = { proofId: string; accepted: boolean; reason?: string };

export type ClaimAssessment = {
  appropriationId: string;
  rows: ProofFinding[];
  flags: { condition: string; reason: string }[];
  amountFen?: number;
  documentNumber?: string;
  decidedOn?: Day;
  shares?: Share[];
};

export type GrantDetail = {
  grant: Payment;
  award: string;
  sourceId: string;
  decisionNumber: string;
  dueFen: number;
  firstApproved?: { name: string; forName?: string | null } | null;
  awaitedPost?: string | null;
  shares: Share[];
  timeline: PaymentStep[];
  version: number;
};

export type RewardDecision = Funding["RewardDecisionView"];

export type RewardAmount = { key: string; amountFen: number; basis?: string | null };
export type RewardDecisionDetail = { decision: RewardDecision; amounts: RewardAmount[]; grants: Payment[]; version: number };

/** A body that a decision rewards; `reason` says why it is not paid now. */
export type RewardableBody = {
  institutionId: string;
  name: string;
  grade: string | null;
  amountFen: number | null;
  grantStatus: string | null;
  reason: Text | null;
};

export type RewardProposal = {
  programme: string;
  award: string;
  year: number;
  documentNumber: string;
  decidedOn: Day;
  amounts: RewardAmount[];
};

export const claims = {
  list: (query: Query) => http.get<Page<Claim>>(`${root}/claims`, query),
  claim: (id: string) => http.getVersioned<ClaimDetail>(`${root}/claims/${id}`),
  sheet: (id: string) => http.get<Sheet>(`${root}/claims/${id}/sheet`),
  rooms: (query: Query) => http.get<Room[]>(`${root}/claim-rooms`, query),
  start: (start: { programme: string; kind: string; claimantName?: string; institutionId?: string }, act: Act) =>
    http.post<ClaimDetail>(`${root}/claims`, start, act),
  save: (id: string, draft: { answers: Answers; payeeName?: string; payeeAccount?: string }, etag: string | null) =>
    http.put<ClaimDetail>(`${root}/claims/${id}`, draft, etag),
  attach: (id: string, field: string, file: File, proof?: string) =>
    http.upload<ClaimFile>(`${root}/claims/${id}/attachments`, file, { field, proof }),
  detach: (id: string, fileId: string) => http.remove<void>(`${root}/claims/${id}/attachments/${fileId}`),
  fileAddress: (fileId: string) => `${root}/attachments/${fileId}`,
  submit: (id: string, act: Act) => http.post<ClaimDetail>(`${root}/claims/${id}/submit`, {}, act),
  assess: (id: string, assessment: ClaimAssessment, act: Act) =>
    http.post<ClaimDetail>(`${root}/claims/${id}/assess`, assessment, act),
  turnDown: (id: string, verb: "return" | "refuse" | "withdraw", reason: string, act: Act) =>
    http.post<ClaimDetail>(`${root}/claims/${id}/${verb}`, { reason }, act),

  grants: (query: Query) => http.get<Page<Payment>>(`${root}/grants`, query),
  grant: (id: string) => http.get<GrantDetail>(`${root}/grants/${id}`),
  grantSheet: (id: string) => http.get<Sheet>(`${root}/grants/${id}/sheet`),
  approveGrant: (id: string, act: Act) => http.post<GrantDetail>(`${root}/grants/${id}/approve`, {}, act),
  cancelGrant: (id: string, reason: string, act: Act) => http.post<Payment>(`${root}/payments/${id}/cancel`, { reason }, act),

  decisions: (query: Query) => http.get<Page<RewardDecision>>(`${root}/reward-decisions`, query),
  decision: (id: string) => http.get<RewardDecisionDetail>(`${root}/reward-decisions/${id}`),
  decisionBodies: (id: string, query: Query) => http.get<Page<RewardableBody>>(`${root}/reward-decisions/${id}/bodies`, query),
  proposeDecision: (proposal: RewardProposal, act: Act) =>
    http.post<RewardDecisionDetail>(`${root}/reward-decisions`, proposal, act),
  confirmDecision: (id: string, act: Act) => http.post<RewardDecisionDetail>(`${root}/reward-decisions/${id}/confirm`, {}, act),
  withdrawDecision: (id: string, act: Act) => http.post<RewardDecisionDetail>(`${root}/reward-decisions/${id}/withdraw`, {}, act),
  grantRewards: (
    id: string,
    payments: {
      appropriationId: string;
      bodies: { institutionId: string; payeeName: string; payeeAccount: string; shares?: Share[] }[];
    },
    act: Act,
  ) => http.post<RewardDecisionDetail>(`${root}/reward-decisions/${id}/grants`, payments, act),
};
