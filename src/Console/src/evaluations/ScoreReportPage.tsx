import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useParams } from "react-router";
import { type Indicator, type Moderation, type ScoreReport, scoring } from "../api/evaluations";
import { CalculationSheet } from "../shared/CalculationSheet";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { points } from "./points";

/** How the experts' scores of a body became its grade, for screen and for A4. */
export function ScoreReportPage() {
  const { t } = useText();
  const { id = "" } = useParams();
  const report = useQuery({ queryKey: ["score-report", id], queryFn: () => scoring.report(id) });
  return (
    <Loaded query={report}>
      {(value) => (
        <Page
          title={t("评分报告", "Score report")}
          parent={{ to: `/evaluations/${id}`, name: `${value.evaluation.institutionName} · ${value.evaluation.year}` }}
          lead={t(value.title)}
        >
          <Opinions report={value} />
          <Meetings report={value} />
          <section className="prints">
            <CalculationSheet sheet={value.sheet} subject={`${value.evaluation.institutionName} · ${value.evaluation.year}`} />
          </section>
        </Page>
      )}
    </Loaded>
  );
}

/** Every expert's score and reasons; the body sees numbers in place of names. */
function Opinions({ report }: { report: ScoreReport }) {
  const { t } = useText();
  const expert = (sheet: ScoreReport["sheets"][number]) => sheet.expertName ?? t(`专家${sheet.number}`, `Expert ${sheet.number}`);
  return (
    <section>
      <h2>{t("专家意见", "Opinions")}</h2>
      <Table<Indicator>
        size="small"
        rowKey="name"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={report.indicators}
        columns={[
          { title: t("指标", "Indicator"), render: (_, row) => `${t(row.label)} (${row.weight}%)` },
          ...report.sheets.map((sheet) => ({
            title: `${expert(sheet)} · ${points(sheet.total)}`,
            render: (_: unknown, row: Indicator) => {
              const line = sheet.scores.find((one) => one.indicator === row.name);
              return (
                <>
                  <strong>{line?.score}</strong>
                  <div className="secondary">{line?.justification}</div>
                </>
              );
            },
          })),
        ]}
      />
      {report.recused > 0 && (
        <p className="secondary">{t(`${report.recused} 名专家回避。`, `${report.recused} expert(s) recused.`)}</p>
      )}
    </section>
  );
}

function Meetings({ report }: { report: ScoreReport }) {
  const { t } = useText();
  const words = useWords(report.evaluation.programme);
  if (report.moderations.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{t("会议评议", "Moderation")}</h2>
      <Table<Moderation>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={report.moderations}
        columns={[
          { title: t("纪要", "Minutes"), render: (_, row) => `${row.documentNumber} · ${row.heldOn}` },
          { title: t("参会人员", "Present"), render: (_, row) => row.present.join("、") },
          {
            title: t("调整", "Change"),
            render: (_, row) =>
              `${points(row.fromScore)} ${words.grade(row.fromGrade)} → ${points(row.toScore)} ${words.grade(row.toGrade)}`,
          },
          { title: t("理由", "Reasons"), dataIndex: "reason" },
          {
            title: t("登记、复核", "Recorded, confirmed"),
            render: (_, row) => [row.proposedByName, row.closedByName].filter(Boolean).join(" · "),
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="moderation" /> },
        ]}
      />
    </section>
  );
}
