import { Link } from "react-router";
import type { BoardCount, BoardFigure, BoardTargets, Dashboard } from "../api/dashboard";
import { District } from "../places/District";
import { Empty } from "../shared/Empty";
import { figureName } from "../shared/figures";
import { Money } from "../shared/Money";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import type { TargetState } from "../targets/standing";
import { stateNames } from "../targets/TargetBar";
import { MoneyBars } from "./MoneyBars";

/** Money, standing, lateness and targets; each figure leads to the list behind it. */
export function Board({ board }: { board: Dashboard }) {
  const { t } = useText();
  const { name } = useProgrammes();
  if (board.programmes.length === 0) {
    return <Empty text={t("还没有项目数据", "There is nothing of any programme yet")} />;
  }
  return (
    <>
      <section className="panel" aria-label={t("资金", "Money")}>
        <h2>{t(`${board.year} 年度资金（元）`, `Money of ${board.year} (yuan)`)}</h2>
        {board.money.length === 0 && <Empty text={t("本年度没有资金", "No money of this year")} />}
        {board.money.map((year) => (
          <article key={year.programme} className="board-money">
            <h3>{name(year.programme)}</h3>
            <Figures figures={year.figures} />
            <MoneyBars figures={year.figures} />
          </article>
        ))}
      </section>
      <div className="columns-even">
        <Counts title={t("机构状态", "Standing")} rows={board.standings} word={(key) => <Status value={key} of="standing" />} />
        <Counts title={t("各县区机构", "Bodies by district")} rows={board.districts} word={(key) => <District code={key} />} />
        <section className="panel">
          <h2>{t("报告时效", "Lateness")}</h2>
          {board.lateness.length === 0 && <Empty text={t("本年度没有应报的报告", "No reports of this year")} />}
          {board.lateness.map((late) => (
            <article key={late.programme}>
              <h3>{name(late.programme)}</h3>
              <Figures figures={late.figures} />
            </article>
          ))}
        </section>
        <section className="panel">
          <h2>{t("建设目标", "Targets")}</h2>
          {board.targets.length === 0 && <Empty text={t("没有量化目标", "No targets in figures")} />}
          {board.targets.map((targets) => (
            <TargetLine key={targets.programme} targets={targets} name={name(targets.programme)} />
          ))}
        </section>
      </div>
    </>
  );
}

function Figures({ figures }: { figures: BoardFigure[] }) {
  const { language } = useText();
  return (
    <dl className="board-figures">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt>{figureName(figure.name, language)}</dt>
          <dd>
            <Link to={figure.link}>
              {figure.name.endsWith("Fen") ? <Money fen={figure.value} strong /> : (figure.value ?? "—")}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Counts({ title, rows, word }: { title: string; rows: BoardCount[]; word: (key: string) => React.ReactNode }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const most = Math.max(1, ...rows.map((row) => row.count));
  const programmes = [...new Set(rows.map((row) => row.programme))];
  return (
    <section className="panel">
      <h2>{title}</h2>
      {rows.length === 0 && <Empty text={t("没有机构", "No bodies")} />}
      {programmes.map((programme) => (
        <article key={programme}>
          {programmes.length > 1 && <h3>{name(programme)}</h3>}
          <ul className="board-counts">
            {rows
              .filter((row) => row.programme === programme)
              .map((row) => (
                <li key={row.key}>
                  <span>{word(row.key)}</span>
                  <span className="cap-bar" aria-hidden="true">
                    <span className="cap-paid" style={{ width: `${Math.floor((row.count * 100) / most)}%` }} />
                  </span>
                  <Link to={row.link} aria-label={`${name(row.programme)} ${row.count}`}>
                    {row.count}
                  </Link>
                </li>
              ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function TargetLine({ targets, name }: { targets: BoardTargets; name: string }) {
  const { t } = useText();
  const counts: { state: TargetState; count: number }[] = [
    { state: "met", count: targets.met },
    { state: "under-way", count: targets.underWay },
    { state: "behind", count: targets.behind },
    { state: "unmeasured", count: targets.unmeasured },
  ];
  return (
    <p>
      <Link to={targets.link}>{name}</Link>
      {t("：", ": ")}
      {counts.map(({ state, count }, index) => (
        <span key={state}>
          {index > 0 && t("，", ", ")}
          {t(stateNames[state])}{" "}
          <Link to={`${targets.link}&state=${state}`} aria-label={`${t(stateNames[state])} ${count}`}>
            {count}
          </Link>
        </span>
      ))}
    </p>
  );
}
