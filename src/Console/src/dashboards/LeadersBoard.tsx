import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { readDashboard } from "../api/dashboard";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { Board } from "./Board";

/** The dashboard on a leader's first page. */
export function LeadersBoard() {
  const { t } = useText();
  const board = useQuery({ queryKey: ["dashboard"], queryFn: () => readDashboard(), refetchInterval: 30_000 });
  return (
    <section className="today-section" aria-label={t("领导看板", "Dashboard")}>
      <div className="panel-head">
        <h2>{t("领导看板", "Dashboard")}</h2>
        <Link to="/dashboard">{t("按项目和年度查看", "By programme and year")}</Link>
      </div>
      <RefusalAlert error={board.error} />
      {board.data && <Board board={board.data} />}
    </section>
  );
}
