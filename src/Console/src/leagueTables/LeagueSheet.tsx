import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { Fragment } from "react";
import type { LeagueContent, LeagueRow } from "../api/types";
import { Chart } from "../shared/Chart";
import { ClaimedLegend, ClaimedMark } from "../shared/Claimed";
import { Cited, Clause } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";
import "./league.css";

/** A league table for screen and A4: ranks, points of each head, the figures behind them, the weights, and whose report is missing (SD-07, EI-08). */
export function LeagueSheet({ content, foot }: { content: LeagueContent; foot?: ReactNode }) {
  const { t } = useText();
  const ranked = content.rows.filter((row) => row.rank !== null);
  const unranked = content.rows.filter((row) => row.rank === null);
  return (
    <article className="sheet printable league" aria-label={t(content.label)}>
      <header>
        <h2>{t(content.label)}</h2>
        <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("打印", "Print")}
        </Button>
      </header>
      <p className="secondary">
        {content.from} — {content.to} · {t(`报送期限 ${content.dueOn}`, `due on ${content.dueOn}`)}{" "}
        <Cited citation={content.citation} />
      </p>
      <table className="league-table">
        <thead>
          <tr>
            <th scope="col">{t("名次", "Rank")}</th>
            <th scope="col">{t("名称", "Name")}</th>
            <th scope="col">{t("得分", "Points")}</th>
            {content.heads.map((head) => (
              <th key={head.name} scope="col">
                {t(`${head.label.zh}（${head.weight}）`, `${head.label.en} (${head.weight})`)} <Clause id={head.clause} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranked.map((row) => (
            <tr key={row.key}>
              <td>{row.rank}</td>
              <th scope="row">
                {t(row.name)}
                {uncounted(row, t) && <div className="secondary">{uncounted(row, t)}</div>}
              </th>
              <td className="amount" title={row.exact ?? undefined}>
                <strong>{row.score?.toFixed(2)}</strong>
              </td>
              {row.heads.map((head, index) => (
                <td key={head.head} className="amount">
                  {head.points.toFixed(2)}
                  {head.parts.map((part) => (
                    <Fragment key={part.indicator}>
                      <div className="secondary">
                        {content.heads[index]?.parts.find((one) => one.indicator === part.indicator)?.amount ? (
                          <Money fen={part.value} />
                        ) : (
                          part.value.toLocaleString("zh-CN")
                        )}
                        {part.claimed && <ClaimedMark />}
                      </div>
                    </Fragment>
                  ))}
                </td>
              ))}
            </tr>
          ))}
          {unranked.map((row) => (
            <tr key={row.key} className="league-unranked">
              <td>—</td>
              <th scope="row">{t(row.name)}</th>
              <td colSpan={content.heads.length + 1}>{uncounted(row, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ranked.some((row) => row.heads.some((head) => head.parts.some((part) => part.claimed))) && <ClaimedLegend />}
      <Chart
        title={t("得分", "Points")}
        categoryName={t("名称", "Name")}
        categories={ranked.map((row) => t(row.name))}
        series={[{ name: t("得分", "Points"), kind: "bar", values: ranked.map((row) => row.score ?? null) }]}
      />
      <section>
        <h3>{t("计分方法和权重", "Method and weights")}</h3>
        <p>
          {t(
            "满分 100 分。每项以数据最高的得满分，其余按比例得分；得分相同的名次并列（1、2、2、4）。名次按精确得分排列，显示保留两位小数。",
            "Of 100 points. Of each figure the largest gets all, every other its proportion; equal scores share a rank (1, 2, 2, 4). Ranked by the exact score, shown with two decimals.",
          )}
        </p>
        <ul>
          {content.heads.map((head) => (
            <li key={head.name}>
              {t(head.label)} {head.weight}
              {t("：", ": ")}
              {head.parts.map((part) => `${t(part.label)} ${part.weight}`).join(t("、", ", "))}
            </li>
          ))}
        </ul>
      </section>
      {foot}
    </article>
  );
}

/** Whose report does not count, and why: past its day, or extended, given back and not accepted yet. */
function uncounted(row: LeagueRow, t: (zh: string, en: string) => string) {
  return [
    row.missing.length > 0 && t(`逾期未报送：${row.missing.join("、")}`, `report missing: ${row.missing.join(", ")}`),
    row.waiting.length > 0 && t(`尚未计入：${row.waiting.join("、")}`, `not counted yet: ${row.waiting.join(", ")}`),
  ]
    .filter(Boolean)
    .join(t("；", "; "));
}
