import { http } from "./http";
import type { Reporting } from "./types";

export type BoardFigure = Reporting["BoardFigure"];
export type BoardCount = Reporting["CountView"];
export type BoardTargets = Reporting["TargetProgressView"];

/** Money, standing, lateness and targets of a bureau's programmes. */
export type Dashboard = Reporting["DashboardView"];

export const readDashboard = (programme?: string, year?: string) =>
  http.get<Dashboard>("/api/reporting/dashboard", { programme, year });
