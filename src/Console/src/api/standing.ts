import { type Act, http, type Page } from "./http";
import type {
  Ban,
  BanLifting,
  ChangeExamination,
  ChangeReport,
  Interpretation,
  InterpretationEntry,
  MajorChange,
  Opinion,
  OpinionRegistration,
  Paper,
  PaperFiling,
  Papers,
  PaperWarning,
  RectificationWarning,
  Sanction,
  SanctionDecision,
  SanctionProposal,
} from "./types";

const root = "/api/registry";
type Query = Record<string, string | undefined>;

/** What a body is after its recognition: papers, opinions, changes, sanctions, bans; and how the bureau reads a clause (ZS-33). */
export const standing = {
  sanctions: (query: Query) => http.get<Page<Sanction>>(`${root}/sanctions`, query),
  sanction: (id: string) => http.get<Sanction>(`${root}/sanctions/${id}`),
  proposeSanction: (proposal: SanctionProposal, act: Act) => http.post<Sanction>(`${root}/sanctions`, proposal, act),
  confirmSanction: (id: string, decision: SanctionDecision, act: Act) =>
    http.post<Sanction>(`${root}/sanctions/${id}/confirm`, decision, act),
  dismissSanction: (id: string, reason: string, act: Act) =>
    http.post<Sanction>(`${root}/sanctions/${id}/dismiss`, { reason }, act),

  rectificationWarnings: (query: Query) => http.get<Page<RectificationWarning>>(`${root}/rectification-warnings`, query),

  bans: (query: Query) => http.get<Page<Ban>>(`${root}/bans`, query),
  proposeLift: (id: string, decision: BanLifting, act: Act) => http.post<Ban>(`${root}/bans/${id}/lift`, decision, act),
  confirmLift: (id: string, act: Act) => http.post<Ban>(`${root}/bans/${id}/lift/confirm`, {}, act),
  refuseLift: (id: string, reason: string, act: Act) => http.post<Ban>(`${root}/bans/${id}/lift/refuse`, { reason }, act),

  changes: (query: Query) => http.get<Page<MajorChange>>(`${root}/changes`, query),
  change: (id: string) => http.get<MajorChange>(`${root}/changes/${id}`),
  reportChange: (institutionId: string, report: ChangeReport, act: Act) =>
    http.post<MajorChange>(`${root}/institutions/${institutionId}/changes`, report, act),
  receiveChange: (id: string, receivedOn: string, act: Act) =>
    http.post<MajorChange>(`${root}/changes/${id}/receive`, { receivedOn }, act),
  examineChange: (id: string, examination: ChangeExamination, act: Act) =>
    http.post<MajorChange>(`${root}/changes/${id}/examine`, examination, act),

  papers: (institutionId: string) => http.get<Papers>(`${root}/institutions/${institutionId}/papers`),
  filePaper: (institutionId: string, filing: PaperFiling, act: Act) =>
    http.post<Paper>(`${root}/institutions/${institutionId}/papers`, filing, act),
  endPaper: (id: string, end: { endedOn: string; reason: string }, act: Act) =>
    http.post<Paper>(`${root}/papers/${id}/end`, end, act),
  attachToPaper: (id: string, file: File) => http.upload<Paper>(`${root}/papers/${id}/attachments`, file),
  paperWarnings: (query: Query) => http.get<Page<PaperWarning>>(`${root}/paper-warnings`, query),
  paperFileAddress: (id: string, attachmentId: string) => `${root}/papers/${id}/attachments/${attachmentId}`,

  opinions: (query: Query) => http.get<Page<Opinion>>(`${root}/opinions`, query),
  registerOpinion: (institutionId: string, opinion: OpinionRegistration, act: Act) =>
    http.post<Opinion>(`${root}/institutions/${institutionId}/opinions`, opinion, act),

  interpretations: (query: Query) => http.get<Page<Interpretation>>(`${root}/interpretations`, query),
  interpret: (interpretation: InterpretationEntry, act: Act) =>
    http.post<Interpretation>(`${root}/interpretations`, interpretation, act),
};
