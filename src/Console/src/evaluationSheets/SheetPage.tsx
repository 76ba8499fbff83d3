import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { Link, useParams } from "react-router";
import { type EvaluationSheet, type Indicator, scoring } from "../api/evaluations";
import { points } from "../evaluations/points";
import { recusalName } from "../selections/recusal";
import { ActionButton } from "../shared/ActionButton";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { EnterScores } from "./EnterScores";

/** One expert's sheet about one body. */
export function SheetPage() {
  const { id = "" } = useParams();
  const sheet = useQuery({ queryKey: ["evaluation-sheet", id], queryFn: () => scoring.sheet(id) });
  return <Loaded query={sheet}>{(value) => <Details sheet={value} />}</Loaded>;
}

function Details({ sheet }: { sheet: EvaluationSheet }) {
  const { t } = useText();
  const open = !sheet.locked && sheet.status !== "recused";
  const given = (indicator: Indicator) => sheet.scores.find((line) => line.indicator === indicator.name);
  return (
    <Page
      title={sheet.institutionName}
      parent={{ to: "/evaluation-sheets", name: t("绩效评分表", "Evaluation score sheets") }}
      status={<Status value={sheet.status} of="sheet" />}
      lead={`${sheet.year} · ${t(sheet.title)}`}
      actions={
        open && (
          <>
            <Recuse sheet={sheet} />
            <EnterScores sheet={sheet} />
          </>
        )
      }
    >
      {sheet.firstSpread !== null && (
        <Alert
          type="info"
          showIcon
          title={t(
            `请您增加评分：已有专家得分相差 ${points(sheet.firstSpread)} 分，超过 ${sheet.dispersion} 分。请独立评分。`,
            `A further opinion: the first ones lie ${points(sheet.firstSpread)} points apart, more than ${sheet.dispersion}. Score on your own.`,
          )}
        />
      )}
      {sheet.locked && (
        <Alert type="info" showIcon title={t("评分已汇总，不能再修改。", "The scores are concluded and locked.")} />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("统一社会信用代码", "Social credit code"), value: <code>{sheet.institutionCode}</code> },
            !sheet.named && {
              label: t("年度报告", "Its reports"),
              value: <Link to={`/periodic-reports?institution=${sheet.institutionId}`}>{t("查看", "Read")}</Link>,
            },
            { label: t("加权得分", "Total"), value: points(sheet.total) },
            { label: t("评分时间", "Scored"), value: instant(sheet.scoredAt) },
            sheet.recusalGround !== null && {
              label: t("回避", "Recusal"),
              value: [t(recusalName(sheet.recusalGround)), sheet.recusalReason].filter(Boolean).join(" · "),
            },
          ]}
        />
      </section>
      <Table<Indicator>
        size="middle"
        rowKey="name"
        pagination={false}
        dataSource={sheet.indicators}
        columns={[
          { title: t("指标", "Indicator"), render: (_, row) => t(row.label) },
          { title: t("权重", "Weight"), className: "amount", render: (_, row) => `${row.weight}%` },
          { title: t("评分", "Score"), className: "amount", render: (_, row) => given(row)?.score ?? "—" },
          { title: t("理由", "Reasons"), render: (_, row) => given(row)?.justification ?? "—" },
        ]}
      />
    </Page>
  );
}

/** An expert declares a conflict that no register shows. */
function Recuse({ sheet }: { sheet: EvaluationSheet }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, EvaluationSheet>
      label={t("申请回避", "Recuse myself")}
      version={sheet.version}
      fields={<ReasonField label={t("回避理由", "Reason")} />}
      act={({ reason }, act) => scoring.recuse(sheet.id, reason, act)}
      done={t("已回避", "Recused")}
    />
  );
}
