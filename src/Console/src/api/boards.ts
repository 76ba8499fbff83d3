import { type Act, http, type Page } from "./http";
import type {
  Attachment,
  Board,
  Bulletin,
  BulletinDetail,
  BulletinEdit,
  Commendable,
  CommendedCase,
  DutyDetail,
  LeaguePreview,
  LeagueTable,
  LeagueTableDetail,
  LibraryCase,
  Roadmap,
  TargetFigure,
  TaskDuty,
} from "./types";

const root = "/api/reporting";
type Query = Record<string, string | undefined>;

export type FigureRecord = {
  programme: string;
  target: string;
  kind: "actual" | "plan";
  year: number;
  district: string | null;
  value: string | null;
  amountFen: number | null;
  part: number | null;
  whole: number | null;
  source: string;
  reason: string | null;
};
export type DutyNaming = {
  programme: string;
  task: string;
  unit: string;
  year: number;
  person: string;
  personSubject: string | null;
  post: string;
  from: string;
  until: string;
};
export type BulletinSource = {
  kind: Bulletin["kind"];
  leagueTableId: string | null;
  programme: string | null;
  year: number | null;
  round: number | null;
  cases?: CommendedLine[];
};
/** A unit or person that is commended: for a duty or target on record, or for an example with a title (HB-30). */
export type CommendedLine = {
  ground: CommendedCase["ground"];
  of: string | null;
  name: string | null;
  title: { zh: string; en: string } | null;
  text: { zh: string; en: string };
};

const addressOf = (path: string, query: Query) =>
  `${root}${path}?${new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]))}`;

/** Targets, tasks, league tables and bulletins. */
export const boards = {
  targetsAddress: (query: Query) => addressOf("/targets/export", query),
  recordFigure: (figure: FigureRecord, act: Act) => http.post<TargetFigure>(`${root}/target-figures`, figure, act),
  figures: (query: Query) => http.get<Page<TargetFigure>>(`${root}/target-figures`, query),
  attachToFigure: (id: string, file: File) => http.upload<Attachment>(`${root}/target-figures/${id}/attachments`, file),
  figureFileAddress: (id: string, file: string) => `${root}/target-figures/${id}/attachments/${file}`,

  board: (query: Query) => http.get<Board>(`${root}/task-board`, query),
  duty: (id: string) => http.get<DutyDetail>(`${root}/task-duties/${id}`),
  nameDuty: async (duty: DutyNaming, version: number) =>
    (await http.put<TaskDuty>(`${root}/task-duties`, duty, `"${version}"`)).value,
  progress: (id: string, entry: { text: string; percent: number | null; day: string }, act: Act) =>
    http.post<DutyDetail>(`${root}/task-duties/${id}/progress`, entry, act),
  complete: (id: string, entry: { text: string; completedOn: string }, act: Act) =>
    http.post<DutyDetail>(`${root}/task-duties/${id}/complete`, entry, act),
  confirmDuty: (id: string, act: Act) => http.post<DutyDetail>(`${root}/task-duties/${id}/confirm`, {}, act),
  returnDuty: (id: string, reason: string, act: Act) =>
    http.post<DutyDetail>(`${root}/task-duties/${id}/return`, { reason }, act),
  attachToEntry: (id: string, entry: string, file: File) =>
    http.upload<Attachment>(`${root}/task-duties/${id}/entries/${entry}/attachments`, file),
  dutyFileAddress: (id: string, file: string) => `${root}/task-duties/${id}/attachments/${file}`,
  fileRoadmap: (programme: string, year: number, title: string, file: File) =>
    http.upload<Roadmap>(`${root}/roadmaps`, file, { programme, year, title }),
  roadmapAddress: (id: string) => `${root}/roadmaps/${id}/file`,

  leaguePreview: (query: Query) => http.get<LeaguePreview>(`${root}/league-tables/preview`, query),
  leagueTables: (query: Query) => http.get<Page<LeagueTable>>(`${root}/league-tables`, query),
  leagueTable: (id: string) => http.get<LeagueTableDetail>(`${root}/league-tables/${id}`),
  proposeTable: (table: { programme: string; comparison: string; year: number; round: number }, act: Act) =>
    http.post<LeagueTableDetail>(`${root}/league-tables`, table, act),
  issueTable: (id: string, act: Act) => http.post<LeagueTableDetail>(`${root}/league-tables/${id}/issue`, {}, act),
  withdrawTable: (id: string, act: Act) => http.post<LeagueTableDetail>(`${root}/league-tables/${id}/withdraw`, {}, act),

  bulletins: (query: Query) => http.get<Page<Bulletin>>(`${root}/bulletins`, query),
  bulletin: (id: string) => http.get<BulletinDetail>(`${root}/bulletins/${id}`),
  draftBulletin: (source: BulletinSource, act: Act) => http.post<BulletinDetail>(`${root}/bulletins`, source, act),
  saveBulletin: async (id: string, edit: BulletinEdit, version: number) =>
    (await http.put<BulletinDetail>(`${root}/bulletins/${id}`, edit, `"${version}"`)).value,
  issueBulletin: (id: string, act: Act) => http.post<BulletinDetail>(`${root}/bulletins/${id}/issue`, {}, act),
  commendable: (programme: string, year: number) =>
    http.get<Page<Commendable>>(`${root}/bulletins/commendable`, { programme, year: String(year) }),
  saveCases: (id: string, cases: CommendedLine[], version: number) =>
    http.put<BulletinDetail>(`${root}/bulletins/${id}/cases`, { cases }, `"${version}"`),
  cases: (query: Query) => http.get<Page<LibraryCase>>(`${root}/commended-cases`, query),
  withdrawBulletin: (id: string, act: Act) => http.post<BulletinDetail>(`${root}/bulletins/${id}/withdraw`, {}, act),
};
