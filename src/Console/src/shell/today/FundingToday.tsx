import { Link } from "react-router";
import type { Duty, DutyItem, DutySection } from "../../api/today";
import { Money } from "../../shared/Money";
import { useText } from "../text";
import { dutyPath, dutyText, sections, duties as words } from "./duties";
import { TodoCard } from "./TodoCard";

/** A finance officer's day: what waits for me, section by section, and what waits for others. */
export function FundingToday({ duties }: { duties: Duty[] }) {
  const { t } = useText();
  const mine = duties.filter((duty) => duty.mine && duty.count > 0);
  return (
    <>
      {(Object.keys(sections) as DutySection[]).map((section) => {
        const here = mine.filter((duty) => duty.section === section);
        return (
          here.length > 0 && (
            <section key={section} className="today-section" aria-label={t(sections[section])}>
              <h2>{t(sections[section])}</h2>
              <div className="todos">
                {here.map((duty) => (
                  <DutyCard key={duty.name} duty={duty} />
                ))}
              </div>
            </section>
          )
        );
      })}
      <WithOthers duties={duties.filter((duty) => !duty.mine && duty.count > 0)} />
    </>
  );
}

function DutyCard({ duty }: { duty: Duty }) {
  const { title, list } = words[duty.name];
  return (
    <TodoCard
      title={title}
      to={list}
      count={String(duty.count)}
      due
      sum={duty.amountFen !== null && <Money fen={duty.amountFen} strong />}
      lines={duty.first.map((item, index) => ({
        key: item.id ?? String(index),
        to: dutyPath(duty.name, item),
        text: dutyText(duty.name, item),
        aside: <Aside duty={duty} item={item} />,
      }))}
    />
  );
}

function Aside({ duty, item }: { duty: Duty; item: DutyItem }) {
  const day = duty.name !== "days-to-reconcile" && item.on;
  return (
    <>
      {day && <span className="secondary">{day} </span>}
      {item.amountFen !== null && <Money fen={item.amountFen} />}
    </>
  );
}

/** What is with others is told by its count and sum. */
function WithOthers({ duties }: { duties: Duty[] }) {
  const { t } = useText();
  return (
    duties.length > 0 && (
      <section className="panel today-others">
        <h2>{t("他人办理中", "With others")}</h2>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{t("事项", "What")}</th>
              <th scope="col" className="amount">
                {t("件数", "Items")}
              </th>
              <th scope="col" className="amount">
                {t("金额（元）", "Amount (yuan)")}
              </th>
              <th scope="col">{t("最早日期", "Earliest day")}</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={duty.name}>
                <td>
                  <Link to={words[duty.name].list}>{t(words[duty.name].title)}</Link>
                </td>
                <td className="amount">{duty.count}</td>
                <td className="amount">{duty.amountFen === null ? "—" : <Money fen={duty.amountFen} />}</td>
                <td>{duty.firstOn ?? "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    )
  );
}
