import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Select } from "antd";
import { useSearchParams } from "react-router";
import { boards } from "../api/boards";
import type { Board } from "../api/types";
import { Clause } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { byPhase, byStatus } from "./groups";
import { Roadmap } from "./Roadmap";
import { statuses } from "./statuses";
import { TaskTable } from "./TaskTable";
import "./tasks.css";

/** The tasks of a programme: responsible units and persons, days, progress, milestones (HB-02, HB-03, HB-14, HB-29, EI-11). */
export function TaskBoardPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const [address, setAddress] = useSearchParams();
  const given = (name: string) => address.get(name) ?? undefined;
  const programme = given("programme") ?? programmes.options[0]?.value;
  const query = { programme, year: given("year"), unit: given("unit"), district: given("district"), status: given("status") };
  const board = useQuery({ queryKey: ["task-board", query], queryFn: () => boards.board(query), enabled: !!programme });
  const choose = (name: string, value: string | null | undefined) =>
    setAddress((now) => {
      // Units and districts are the programme's own.
      const next = new URLSearchParams(name === "programme" ? {} : now);
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  const view = given("view") ?? "status";
  return (
    <Page
      title={t("任务看板", "Tasks")}
      lead={t(
        "文件分解的任务：责任单位、责任人、时间表、进展和阶段目标。状态由日期计算，确认完成后为已完成。",
        "The tasks that the document gives out: units, persons, timetables, progress and milestones. Status follows from the dates; done is what the city has confirmed.",
      )}
      actions={
        <Segmented
          aria-label={t("视图", "View")}
          value={view}
          onChange={(next) => choose("view", next)}
          options={[
            { value: "status", label: t("按状态", "By status") },
            { value: "phase", label: t("按阶段", "By phase") },
            { value: "roadmap", label: t("路线图", "Roadmap") },
          ]}
        />
      }
    >
      <search className="filters no-print">
        <Choice
          id="programme"
          label={t("项目", "Programme")}
          value={programme}
          options={programmes.options}
          choose={choose}
          required
        />
        {board.data && (
          <>
            <Choice
              id="unit"
              label={t("责任单位", "Unit")}
              value={query.unit}
              options={board.data.units.map((unit) => ({ value: unit.label.zh, label: t(unit.label) }))}
              choose={choose}
            />
            <Choice
              id="district"
              label={t("市（区）", "City")}
              value={query.district}
              options={districtsOf(board.data, t)}
              choose={choose}
            />
            <Choice
              id="status"
              label={t("状态", "Status")}
              value={query.status}
              options={statuses.map((value) => ({ value, label: t(statusText(value, "duty")) }))}
              choose={choose}
            />
            <Choice
              id="year"
              label={t("年度（逐年任务）", "Year (of what recurs)")}
              value={String(board.data.year)}
              options={board.data.years.map((year) => ({ value: String(year), label: String(year) }))}
              choose={choose}
              required
            />
          </>
        )}
      </search>
      <Loaded query={board}>
        {(value) => (
          <>
            <Incomplete board={value} />
            {value.tasks.length === 0 ? (
              <Empty text={t("没有符合条件的任务", "No task fits")} />
            ) : view === "roadmap" ? (
              <Roadmap board={value} />
            ) : (
              <TaskTable board={value} groups={view === "phase" ? byPhase(value) : byStatus(value)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const districtsOf = (board: Board, t: ReturnType<typeof useText>["t"]) =>
  board.units.flatMap((unit) => (unit.district ? [{ value: unit.district, label: t(unit.label) }] : []));

/** HB-29: a task without a person or timetable, and a year without a roadmap, are shown as incomplete. */
function Incomplete({ board }: { board: Board }) {
  const { t } = useText();
  const lacking = board.tasks.filter((task) => task.incomplete).length;
  if (lacking === 0 && board.yearsWithoutRoadmap.length === 0) {
    return null;
  }
  return (
    <Alert
      className="task-incomplete"
      type="warning"
      showIcon
      title={
        <>
          {lacking > 0 && t(`${lacking} 项任务尚未落实责任人或时间表。`, `${lacking} task(s) lack a person or a timetable. `)}
          {board.yearsWithoutRoadmap.length > 0 &&
            t(
              `${board.yearsWithoutRoadmap.join("、")} 年尚无年度路线图。`,
              `No roadmap is on file for ${board.yearsWithoutRoadmap.join(", ")}. `,
            )}
          <Clause id="HB-29" />
        </>
      }
    />
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  choose: (name: string, value: string | undefined) => void;
  required?: boolean;
};

function Choice({ id, label, value, options, choose, required }: ChoiceProps) {
  const { t } = useText();
  return (
    <label htmlFor={`tasks-${id}`}>
      <span>{label}</span>
      <Select
        id={`tasks-${id}`}
        allowClear={!required}
        popupMatchSelectWidth={false}
        placeholder={t("全部", "All")}
        value={value}
        options={options}
        onChange={(next) => choose(id, next)}
      />
    </label>
  );
}
