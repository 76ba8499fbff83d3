import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { reporting } from "../api/reporting";
import type { Evaluation, EvaluationRound, EvaluationRoundDetail } from "../api/types";
import { District } from "../places/District";
import { GradeTag } from "../reviews/GradeTag";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AppointExperts } from "./AppointExperts";
import { ConcludeScores } from "./ConcludeScores";
import { Drawn } from "./Drawn";
import { IndicatorSystem } from "./IndicatorSystem";
import { MoneyOfGrades } from "./MoneyOfGrades";
import { OpenRound } from "./OpenRound";
import { Progress } from "./Progress";
import { points } from "./points";

export function RoundPage() {
  const { id = "" } = useParams();
  const round = useQuery({ queryKey: ["evaluation-round", id], queryFn: () => reporting.round(id) });
  return <Loaded query={round}>{(value) => <Details {...value} />}</Loaded>;
}

function Details(detail: EvaluationRoundDetail) {
  const { round, evaluations, scheme, places } = detail;
  const { t } = useText();
  const { name } = useProgrammes();
  const city = useHasRole("city-reviewer");
  const scored = round.judge === "experts";
  const draft = round.documentNumber === null;
  const [picked, setPicked] = useState<string[]>([]);
  const chosen = evaluations.filter((one) => picked.includes(one.id) && one.status === "graded");
  return (
    <Page
      title={`${round.year} · ${t(round.title)}`}
      parent={{ to: "/evaluation-rounds", name: t("绩效评价", "Evaluation rounds") }}
      lead={name(round.programme)}
      actions={
        city &&
        (draft ? (
          <OpenRound round={round} />
        ) : (
          scored &&
          round.due > 0 && (
            <>
              <AppointExperts detail={detail} />
              <ConcludeScores detail={detail} />
            </>
          )
        ))
      }
    >
      {draft ? <Awaited detail={detail} /> : <Ordered detail={detail} scored={scored} />}
      {!draft && (
        <Table<Evaluation>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={evaluations}
          locale={{ emptyText: <Empty text={t("没有评价对象", "There is no body to evaluate")} /> }}
          rowSelection={
            city
              ? {
                  selectedRowKeys: picked,
                  onChange: (keys) => setPicked(keys.map(String)),
                  getCheckboxProps: (row) => ({
                    disabled: row.status !== "graded" || row.underModeration,
                    "aria-label": row.institutionName,
                  }),
                }
              : undefined
          }
          columns={[
            {
              title: t("机构", "Institution"),
              render: (_, row) => <Link to={`/evaluations/${row.id}`}>{row.institutionName}</Link>,
            },
            { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
            { title: t("评价主体", "Judged by"), render: (_, row) => row.thirdPartyName ?? t("专家评分", "Experts") },
            { title: t("得分", "Score"), className: "amount", render: (_, row) => points(row.score) },
            {
              title: t("名次", "Place"),
              className: "amount",
              render: (_, row) => places.find((place) => place.evaluationId === row.id)?.rank ?? "—",
            },
            { title: t("提出等次", "Proposed"), render: (_, row) => <GradeTag programme={row.programme} grade={row.grade} /> },
            {
              title: t("公布等次", "Published"),
              render: (_, row) => <GradeTag programme={row.programme} grade={row.publishedGrade} />,
            },
            { title: t("公布日期", "Published on"), render: (_, row) => row.publishedOn ?? "—" },
            {
              title: t("状态", "Status"),
              render: (_, row) => (
                <>
                  <Status value={row.status} of="evaluation" />
                  {row.underModeration && <Status value="proposed" of="moderation" />}
                </>
              ),
            },
          ]}
        />
      )}
      {scored && <Progress detail={detail} />}
      {scored && scheme.scoring && <IndicatorSystem scoring={scheme.scoring} programme={round.programme} on={round.openedOn} />}
      {detail.drawings.length > 0 && <Drawn drawings={detail.drawings} />}
      {city && round.graded > 0 && <MoneyOfGrades roundId={round.id} programme={round.programme} />}
      {city && round.graded > 0 && (
        <div className="sticky-actions">
          <span className="secondary">{t(`已选 ${chosen.length} 家`, `${chosen.length} chosen`)}</span>
          <PublishChosen round={round} chosen={chosen} done={() => setPicked([])} />
        </div>
      )}
    </Page>
  );
}

/** Who judges, by which document. */
function Ordered({ detail: { round }, scored }: { detail: EvaluationRoundDetail; scored: boolean }) {
  const { t } = useText();
  return (
    <section className="panel">
      <Summary
        columns={2}
        facts={[
          { label: t("评价主体", "Judged by"), value: round.thirdPartyName ?? t("专家评分", "Experts") },
          !scored && { label: t("统一社会信用代码", "Social credit code"), value: <code>{round.thirdPartyCode}</code> },
          { label: t("委托或组织文件文号", "Document"), value: round.documentNumber },
          round.indicatorSystem !== null && {
            label: t("施行中的指标体系", "Indicator system in force"),
            value: `${round.indicatorSystem} · ${round.indicatorSystemFrom}`,
          },
          { label: t("启动", "Opened"), value: `${round.openedOn} · ${round.openedByName}` },
        ]}
      />
    </section>
  );
}

/** A round that stands ready: nobody has ordered it yet, and nobody is evaluated before that. */
function Awaited({ detail: { round, awaited } }: { detail: EvaluationRoundDetail }) {
  const { t } = useText();
  return (
    <section className="panel">
      <p>
        {t(
          `该年度已结束，轮次于 ${round.openedOn} 自动建立，待填写组织评价文件后下达。届时评价以下 ${awaited.length} 家：`,
          `The year is over and the round has stood ready since ${round.openedOn}; the document orders it. These ${awaited.length} will be evaluated:`,
        )}
      </p>
      <ul>
        {awaited.map((body) => (
          <li key={body.institutionId}>
            <Link to={`/institutions/${body.institutionId}`}>{body.name}</Link> <District code={body.district} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PublishChosen({ round, chosen, done }: { round: EvaluationRound; chosen: Evaluation[]; done: () => void }) {
  const { t } = useText();
  const words = useWords(round.programme, round.openedOn);
  return (
    <ActionButton<{ documentNumber: string }, EvaluationRoundDetail>
      label={t("公布所选结果", "Publish the chosen results")}
      type="primary"
      disabled={chosen.length === 0}
      fields={<DocumentFields label={t("公布文件文号", "Document number")} />}
      summary={(values) => [
        { label: t("评价年度", "Year evaluated"), value: round.year },
        { label: t("文号", "Document"), value: values.documentNumber },
        ...chosen.map((one) => ({
          label: one.institutionName,
          value: one.score === null ? words.grade(one.grade) : `${words.grade(one.grade)} · ${points(one.score)}`,
        })),
      ]}
      consequence={t(
        "同一文件公布，全部生效或全部不生效。不合格且政策规定后果的，由系统提出，由人确认。",
        "One document, all or none. Where the pack has a consequence of a fail it is proposed, and a person confirms it.",
      )}
      act={({ documentNumber }, act) =>
        reporting.publishRound(
          round.id,
          documentNumber,
          chosen.map(({ id, version }) => ({ id, version })),
          act,
        )
      }
      done={t("已公布", "Published")}
      onDone={done}
    />
  );
}
