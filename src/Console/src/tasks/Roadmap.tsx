import { Form, Input, Select, Tag, type UploadFile } from "antd";
import { boards } from "../api/boards";
import type { Board, BoardTask } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Cited } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { chosenFiles, FilesField } from "../shared/FilesField";
import { instant } from "../shared/figures";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { spanOf } from "./spans";

/** The phases of the plan and its tasks on one line of years, and each year's roadmap on file (HB-03, HB-29). */
export function Roadmap({ board }: { board: Board }) {
  return (
    <>
      <Timeline board={board} />
      <Documents board={board} />
    </>
  );
}

function Timeline({ board }: { board: Board }) {
  const { t } = useText();
  const place = (from: string, until: string) => spanOf(board.years, from, until);
  const running = board.years.includes(Number(board.on.slice(0, 4)));
  const today = running && <span className="roadmap-today" style={{ left: place(board.on, board.on).left }} />;
  const first = `${board.years[0]}-01-01`;
  const last = `${board.years.at(-1)}-12-31`;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t("路线图", "Roadmap")}</h2>
        {running && (
          <span className="secondary">{t(`红色虚线为今天（${board.on}）`, `The dashed red line is today, ${board.on}`)}</span>
        )}
      </div>
      <div className="roadmap">
        <div className="roadmap-row roadmap-years">
          <span />
          <div className="roadmap-track">
            {board.years.map((year) => (
              <span key={year} style={place(`${year}-01-01`, `${year}-12-31`)}>
                {year}
              </span>
            ))}
          </div>
        </div>
        {board.phases.map((phase) => (
          <div key={phase.name} className="roadmap-row">
            <strong>
              {t(phase.label)} <Cited citation={phase.citation} />
            </strong>
            <div className="roadmap-track">
              <span className="roadmap-phase" style={place(phase.from, phase.until)} title={`${phase.from} — ${phase.until}`}>
                {phase.from.slice(0, 7)} — {phase.until.slice(0, 7)}
              </span>
              {today}
            </div>
          </div>
        ))}
        {board.tasks.map((task) => {
          const { from, until } = daysOf(task, first, last);
          return (
            <div key={task.name} className="roadmap-row">
              <span>
                {task.number}. {t(task.label)}
              </span>
              <div className="roadmap-track">
                <span
                  className={`roadmap-task task-${task.status}`}
                  style={place(from, until)}
                  role="img"
                  aria-label={`${t(statusText(task.status, "duty"))} ${from} — ${until}`}
                  title={`${t(statusText(task.status, "duty"))} ${from} — ${until}`}
                />
                {task.milestones.map((one) => (
                  <span
                    key={one.target}
                    className={one.met ? "roadmap-milestone met" : "roadmap-milestone"}
                    style={{ left: place(one.by, one.by).left }}
                    role="img"
                    aria-label={t(`${one.by} ${one.label.zh}`, `${one.by} ${one.label.en}`)}
                    title={t(`${one.by} ${one.label.zh}`, `${one.by} ${one.label.en}`)}
                  />
                ))}
                {today}
              </div>
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** From the first timetable to the last; without any the whole plan, or up to the document's deadline. */
function daysOf(task: BoardTask, first: string, last: string) {
  const from = task.duties.flatMap((duty) => duty.from ?? []).sort()[0] ?? first;
  const until =
    task.duties
      .flatMap((duty) => duty.until ?? [])
      .sort()
      .at(-1) ??
    task.due ??
    last;
  return { from, until };
}

function Documents({ board }: { board: Board }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  return (
    <section className="panel">
      <h2>{t("年度路线图文件", "Roadmaps on file")}</h2>
      {board.roadmaps.length === 0 && <Empty text={t("还没有年度路线图", "No roadmap is on file")} />}
      <ul>
        {board.roadmaps.map((one) => (
          <li key={one.id}>
            {one.year} ·{" "}
            <a className="file" href={boards.roadmapAddress(one.id)} download={one.file.fileName}>
              {one.title}
            </a>{" "}
            <span className="secondary">
              {one.byName} · {instant(one.at)}
            </span>
          </li>
        ))}
        {board.yearsWithoutRoadmap.map((year) => (
          <li key={year}>
            {year} <Tag color="warning">{t("缺", "missing")}</Tag>
          </li>
        ))}
      </ul>
      {city && (
        <ActionButton<{ year: number; title: string; files: UploadFile[] }, unknown>
          label={t("上传年度路线图", "File a roadmap")}
          initial={{ year: board.yearsWithoutRoadmap[0] ?? board.year }}
          fields={
            <>
              <Form.Item name="year" label={t("年度", "Year")} rules={[{ required: true }]}>
                <Select options={board.years.map((year) => ({ value: year, label: String(year) }))} />
              </Form.Item>
              <Form.Item name="title" label={t("名称", "Title")} rules={[{ required: true, whitespace: true }]}>
                <Input maxLength={200} />
              </Form.Item>
              <FilesField label={t("文件", "Document")} required most={1} />
            </>
          }
          act={async ({ year, title, files }) => {
            for (const file of chosenFiles(files)) {
              await boards.fileRoadmap(board.programme, year, title, file);
            }
          }}
          done={t("已上传", "Filed")}
        />
      )}
    </section>
  );
}
