import { http } from "./http";
import type { Day } from "./types";

/** A figure with the list that it is the sum or the count of. */
export type BoardFigure = { name: string; value: number | null; link: string };
export type BoardCount = { programme: string; key: string; count: number; link: string };
export type BoardTargets = {
  programme: string;
  met: number;
  behind: number;
  underWay: number;
  unmeasured: number;
  link: string;
};

/** Money, standing, lateness and targets of a bureau's programmes. */
export type Dashboard = {
  on: Day;
  year: number;
  years: number[];
  programmes: string[];
  money: { programme: string; fiscalYear: number; figures: BoardFigure[] }[];
  standings: BoardCount[];
  districts: BoardCount[];
  lateness: { programme: string; figures: BoardFigure[] }[];
  targets: BoardTargets[];
};

export const readDashboard = (programme?: string, year?: string) =>
  http.get<Dashboard>("/api/reporting/dashboard", { programme, year });
