import { useQuery } from "@tanstack/react-query";
import { Alert, Progress, Table } from "antd";
import { Link, useParams } from "react-router";
import {
  type GradeSums,
  type SettlementLine,
  type SettlementRun,
  type SettlementRunDetail,
  settlementRuns,
} from "../api/settlements";
import { GradeTag } from "../reviews/GradeTag";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { LineSheet } from "./LineSheet";

const working = ["previewing", "settling"];

/** A settlement run: what each grade comes to in money, and the second person's commit. */
export function SettlementRunPage() {
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["settlement-run", id],
    queryFn: () => settlementRuns.one(id),
    refetchInterval: (of) => (of.state.data && working.includes(of.state.data.run.status) ? 1000 : false),
  });
  return <Loaded query={query}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ run, grades, work }: SettlementRunDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const done = run.status === "settling" ? run.settled + run.leftOut + run.refused : run.lines;
  return (
    <Page
      title={t(`${run.fiscalYear} 年度结算批次`, `Settlement run of ${run.fiscalYear}`)}
      parent={{ to: "/settlement-runs", name: t("结算批次", "Settlement runs") }}
      status={<Status value={run.status} of="settlement-run" />}
      lead={name(run.programme)}
      actions={<Acts run={run} />}
    >
      {working.includes(run.status) && <Progress percent={Math.floor((done * 100) / Math.max(1, run.bodies))} />}
      {work?.state === "failed" && (
        <Alert
          type="error"
          showIcon
          title={t("后台处理中断，已办部分有效；请联系管理员。", "The work stopped; what is done stands. Ask an administrator.")}
        />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("机构数", "Bodies"), value: run.bodies },
            { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={run.paidFen} /> },
            { label: t("应补助（元）", "Entitled (yuan)"), value: <Money fen={run.entitledFen} strong /> },
            { label: t("应追缴（元）", "Clawback (yuan)"), value: <Money fen={run.claimedFen} strong /> },
            { label: t("追缴变动（元）", "Change of claims (yuan)"), value: <Money fen={run.changeFen} /> },
            { label: t("测算", "Calculated by"), value: `${run.opened.name} · ${instant(run.opened.at)}` },
            run.committed
              ? { label: t("复核", "Committed by"), value: `${run.committed.name} · ${instant(run.committed.at)}` }
              : null,
            run.committed
              ? { label: t("已结算 / 未结算", "Settled / left out"), value: `${run.settled} / ${run.leftOut}` }
              : null,
            run.refused > 0 ? { label: t("无法计算", "No figure"), value: run.refused } : null,
          ]}
        />
      </section>
      <Grades run={run} grades={grades} />
      <Lines run={run} grades={grades} />
    </Page>
  );
}

function Grades({ run, grades }: { run: SettlementRun; grades: GradeSums[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("按等次", "By grade")}</h2>
      <Table<GradeSums>
        size="small"
        rowKey="grade"
        pagination={false}
        dataSource={grades}
        columns={[
          { title: t("等次", "Grade"), render: (_, row) => <GradeTag programme={run.programme} grade={row.grade} /> },
          { title: t("机构数", "Bodies"), className: "amount", dataIndex: "bodies" },
          { title: t("已拨付（元）", "Paid (yuan)"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
          {
            title: t("应补助（元）", "Entitled (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.entitledFen} />,
          },
          {
            title: t("应追缴（元）", "Clawback (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.claimedFen} strong />,
          },
        ]}
      />
    </section>
  );
}

function Lines({ run, grades }: { run: SettlementRun; grades: GradeSums[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("逐户", "Line by line")}</h2>
      <FilterTable<SettlementLine>
        of={`settlement-run-lines-${run.id}`}
        fetchPage={(query) => settlementRuns.lines(run.id, query)}
        rowKey="institutionId"
        emptyText={t("没有符合条件的机构", "No line fits")}
        filters={[
          { name: "grade", label: t("等次", "Grade"), options: grades.map(({ grade }) => ({ value: grade, label: grade })) },
          {
            name: "state",
            label: t("状态", "State"),
            options: ["previewed", "settled", "left-out", "refused"].map((value) => ({
              value,
              label: t(statusText(value, "settlement-line")),
            })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/accounts/${row.institutionId}`}>{row.institutionName}</Link>,
          },
          { title: t("等次", "Grade"), render: (_, row) => <GradeTag programme={run.programme} grade={row.grade} /> },
          { title: t("已拨付（元）", "Paid (yuan)"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
          {
            title: t("应补助（元）", "Entitled (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.entitledFen} strong />,
          },
          {
            title: t("原应补助（元）", "Entitled before"),
            className: "amount",
            render: (_, row) => (row.entitledBeforeFen === null ? "—" : <Money fen={row.entitledBeforeFen} />),
          },
          {
            title: t("应追缴（元）", "Clawback (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.claimedFen} strong />,
          },
          { title: t("状态", "State"), render: (_, row) => <Status value={row.state} of="settlement-line" /> },
          { title: t("说明", "Why"), render: (_, row) => (row.reasonZh ? t(row.reasonZh, row.reasonEn ?? row.reasonZh) : "") },
          { title: "", render: (_, row) => <LineSheet run={run} line={row} /> },
        ]}
      />
    </section>
  );
}

function Acts({ run }: { run: SettlementRun }) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  return (
    <>
      {(maker || approver) && ["previewing", "previewed"].includes(run.status) && (
        <ActionButton<object, SettlementRunDetail>
          label={t("作废", "Discard")}
          danger
          summary={() => [{ label: t("机构数", "Bodies"), value: run.bodies }]}
          consequence={t("不结算；考核结果继续等待。", "Nothing is settled; the results wait on.")}
          act={(_, act) => settlementRuns.discard(run.id, act)}
          done={t("已作废", "Discarded")}
        />
      )}
      {approver && run.status === "previewed" && (
        <ActionButton<object, SettlementRunDetail>
          label={t("复核并结算", "Commit")}
          type="primary"
          summary={() => [
            { label: t("机构数", "Bodies"), value: run.lines - run.refused },
            { label: t("应补助（元）", "Entitled (yuan)"), value: <Money fen={run.entitledFen} strong /> },
            { label: t("应追缴（元）", "Clawback (yuan)"), value: <Money fen={run.claimedFen} strong /> },
            { label: t("测算", "Calculated by"), value: run.opened.name },
          ]}
          consequence={t(
            "逐户结算一次并开立追缴；预览之后情况有变的不结算，留待下一批次。",
            "Each line is settled once and its clawback opened; a line whose facts changed since is left for another run.",
          )}
          act={(_, act) => settlementRuns.commit(run.id, act)}
          done={t("已复核，正在结算", "Committed; being settled")}
        />
      )}
    </>
  );
}
