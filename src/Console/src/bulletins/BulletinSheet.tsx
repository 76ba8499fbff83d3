import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { BulletinBlock, BulletinDetail } from "../api/types";
import { Chart } from "../shared/Chart";
import { jurisdictionName } from "../shell/names";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";
import "../leagueTables/league.css";

/** A bulletin for screen and A4: number, title, text, tables, charts, issuer and day. */
export function BulletinSheet({ detail: { bulletin, blocks } }: { detail: BulletinDetail }) {
  const { t } = useText();
  const { jurisdiction } = useSession();
  return (
    <article className="sheet printable bulletin" aria-label={t("通报", "Bulletin")}>
      <header>
        <span>{bulletin.number ?? t("（草稿，未编号）", "(draft, without a number)")}</span>
        <Button className="no-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t("打印", "Print")}
        </Button>
      </header>
      <h2 className="bulletin-title">{said(bulletin.title, t)}</h2>
      {blocks.map((block) => (
        <Block key={block.key} block={block} />
      ))}
      <p className="bulletin-issuer">
        {t(jurisdictionName(jurisdiction))}
        <br />
        {bulletin.issuedOn ?? t("（未发布）", "(not issued)")}
      </p>
    </article>
  );
}

type Said = { zh: string; en: string };

/** Where an editor wrote no English the Chinese stands. */
export const said = (text: Said, t: (text: Said) => string) => t({ zh: text.zh, en: text.en || text.zh });

export function Block({ block }: { block: BulletinBlock }) {
  const { t } = useText();
  if (block.kind === "heading") {
    return <h3>{said(block.text, t)}</h3>;
  }
  if (block.kind === "paragraph") {
    return <p className="bulletin-text">{said(block.text, t)}</p>;
  }
  if (block.kind === "chart") {
    return (
      <Chart
        title={said(block.text, t)}
        categoryName={t("名称", "Name")}
        categories={block.chart?.categories.map((one) => said(one, t)) ?? []}
        series={(block.chart?.series ?? []).map((one) => ({ name: said(one.name, t), kind: "bar", values: one.values }))}
      />
    );
  }
  return (
    <table className="league-table">
      <caption>{said(block.text, t)}</caption>
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column.zh} scope="col">
              {said(column, t)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.map((cell) => cell.zh).join("|")}>
            {row.map((cell, index) => (
              <td key={block.columns[index]?.zh}>{said(cell, t)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {block.note && (
        <tfoot>
          <tr>
            <td colSpan={block.columns.length}>{said(block.note, t)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
