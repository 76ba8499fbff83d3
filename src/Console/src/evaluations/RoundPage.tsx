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

export function RoundPage() {
  const { id = "" } = useParams();
  const round = useQuery({ queryKey: ["evaluation-round", id], queryFn: () => reporting.round(id) });
  return <Loaded query={round}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ round, evaluations }: EvaluationRoundDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const city = useHasRole("city-reviewer");
  const [picked, setPicked] = useState<string[]>([]);
  const chosen = evaluations.filter((one) => picked.includes(one.id) && one.status === "graded");
  return (
    <Page
      title={t(`${round.year} 年度绩效评价`, `Evaluation of ${round.year}`)}
      parent={{ to: "/evaluation-rounds", name: t("年度绩效评价", "Yearly evaluations") }}
      lead={name(round.programme)}
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("第三方机构", "Third party"), value: round.thirdPartyName },
            { label: t("统一社会信用代码", "Social credit code"), value: <code>{round.thirdPartyCode}</code> },
            { label: t("委托文件文号", "Commission"), value: round.documentNumber },
            { label: t("启动", "Opened"), value: `${round.openedOn} · ${round.openedByName}` },
          ]}
        />
      </section>
      <Table<Evaluation>
        size="middle"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={evaluations}
        locale={{ emptyText: <Empty text={t("该年度末没有已认定的机构", "No body was recognised at the end of that year")} /> }}
        rowSelection={
          city
            ? {
                selectedRowKeys: picked,
                onChange: (keys) => setPicked(keys.map(String)),
                getCheckboxProps: (row) => ({ disabled: row.status !== "graded", "aria-label": row.institutionName }),
              }
            : undefined
        }
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/evaluations/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          { title: t("第三方机构", "Third party"), dataIndex: "thirdPartyName" },
          { title: t("提出等次", "Proposed"), render: (_, row) => <GradeTag programme={row.programme} grade={row.grade} /> },
          {
            title: t("公布等次", "Published"),
            render: (_, row) => <GradeTag programme={row.programme} grade={row.publishedGrade} />,
          },
          { title: t("公布日期", "Published on"), render: (_, row) => row.publishedOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="evaluation" /> },
        ]}
      />
      {city && round.graded > 0 && (
        <div className="sticky-actions">
          <span className="secondary">{t(`已选 ${chosen.length} 家`, `${chosen.length} chosen`)}</span>
          <PublishChosen round={round} chosen={chosen} done={() => setPicked([])} />
        </div>
      )}
    </Page>
  );
}

function PublishChosen({ round, chosen, done }: { round: EvaluationRound; chosen: Evaluation[]; done: () => void }) {
  const { t } = useText();
  const words = useWords(round.programme);
  return (
    <ActionButton<{ documentNumber: string }, EvaluationRoundDetail>
      label={t("公布所选结果", "Publish the chosen results")}
      type="primary"
      disabled={chosen.length === 0}
      fields={<DocumentFields label={t("公布文件文号", "Document number")} />}
      summary={(values) => [
        { label: t("评价年度", "Year evaluated"), value: round.year },
        { label: t("文号", "Document"), value: values.documentNumber },
        ...chosen.map((one) => ({ label: one.institutionName, value: words.grade(one.grade) })),
      ]}
      consequence={t(
        "同一文件公布，全部生效或全部不生效。不合格的，由系统提出整改，由人确认。",
        "One document, all or none. A fail proposes a rectification, which a person confirms.",
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
