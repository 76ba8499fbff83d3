import { http } from "./http";
import type { Reporting } from "./types";

/** A figure with the list that it is the sum or the count of. */
export type BoardFigure = { name: string; value: number | null; link: string };
export type BoardCount = Reporting["CountView"];
export type BoardTargets = Reporting["TargetProgressView"];

type WithFigures<T> = Omit<T, "figures"> & { figures: BoardFigure[] };

/** Money, standing, lateness and targets of a bureau's programmes. */
export type Dashboard = Omit<Reporting["DashboardView"], "money" | "lateness"> & {
  money: WithFigures<Reporting["MoneyView"]>[];
  lateness: WithFigures<Reporting["LatenessView"]>[];
};

export const readDashboard = (programme?: string, year?: string) =>
  http.get<Dashboard>("/api/reporting/dashboard", { programme, year });
