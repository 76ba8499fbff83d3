import { Table, Tag } from "antd";
import { recognition } from "../api/recognition";
import type { EntrySheet, ScoreSheet, Selection } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { recusalName } from "./recusal";

type Row = EntrySheet & { title: string };

/** Each expert's sheet of each application: how far the review has come; the scores stay closed until it is concluded. */
export function Scores({ selection }: { selection: Selection }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const sheets: Row[] = selection.entries.flatMap((entry) => entry.sheets.map((sheet) => ({ ...sheet, title: entry.title })));
  const due = sheets.filter((sheet) => sheet.status !== "recused");
  const scored = due.filter((sheet) => sheet.status === "scored").length;
  return (
    <section className="panel">
      <h2>{t(`专家评分（${scored} / ${due.length} 已完成）`, `Score sheets (${scored} of ${due.length} done)`)}</h2>
      {selection.status === "open" && (
        <p className="secondary">{t("评分在形成建议名单后公开给审定人。", "Scores are opened once the list is concluded.")}</p>
      )}
      <Table<Row>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={sheets}
        columns={[
          { title: t("申报", "Application"), dataIndex: "title" },
          {
            title: t("专家", "Expert"),
            render: (_, sheet) => (
              <>
                {sheet.expertName} {sheet.thirdOpinion && <Tag color="orange">{t("复评", "Further opinion")}</Tag>}
              </>
            ),
          },
          { title: t("状态", "Status"), render: (_, sheet) => <Status value={sheet.status} of="sheet" /> },
          { title: t("评分", "Score"), className: "amount", render: (_, sheet) => sheet.score ?? "—" },
          {
            title: t("符合条件", "Conditions met"),
            render: (_, sheet) =>
              sheet.meetsConditions === null ? "—" : <Status value={sheet.meetsConditions ? "met" : "not-met"} />,
          },
          { title: t("理由", "Reasons"), render: (_, sheet) => <Reasons sheet={sheet} /> },
          {
            title: "",
            render: (_, sheet) =>
              city && selection.status === "open" && sheet.status !== "recused" && <OrderRecusal sheet={sheet} />,
          },
        ]}
      />
    </section>
  );
}

function Reasons({ sheet }: { sheet: Row }) {
  const { t } = useText();
  const recusal =
    sheet.recusalGround && [t(recusalName(sheet.recusalGround)), sheet.recusalReason].filter(Boolean).join(t("：", ": "));
  return <div className="finding">{sheet.justification ?? recusal ?? "—"}</div>;
}

function OrderRecusal({ sheet }: { sheet: Row }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, ScoreSheet>
      label={t("责令回避", "Order recusal")}
      title={`${sheet.expertName} · ${sheet.title}`}
      size="small"
      version={sheet.version}
      fields={<ReasonField />}
      act={({ reason }, act) => recognition.recuse(sheet.id, reason, act)}
      done={t("已回避", "Recused")}
    />
  );
}
