import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { Link, useParams } from "react-router";
import { funding } from "../api/funding";
import type { DeadlineCaseDetail } from "../api/types";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { RuleClause } from "../shared/RuleClause";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { type Text, useText } from "../shell/text";
import { ConfirmDeadlineCase } from "./ConfirmDeadlineCase";

const voidCauses: Record<string, Text> = {
  "recognised-in-time": {
    zh: "该机构已按期认定，消息迟到；本案撤销，已追缴的款项应予退还。",
    en: "The body was recognised in time and word of it came late: the case is void, and what was received is to be refunded.",
  },
  "nothing-unused": { zh: "确认前查明没有未使用的资金。", en: "Before it was confirmed it turned out that nothing was unused." },
};
const kinds: Record<string, Text> = {
  claimed: { zh: "追缴", en: "Claimed" },
  reduced: { zh: "核减", en: "Reduced" },
  voided: { zh: "撤销", en: "Voided" },
};

export function DeadlineCasePage() {
  const { id = "" } = useParams();
  const found = useQuery({ queryKey: ["deadline-case", id], queryFn: () => funding.deadlineCase(id) });
  return <Loaded query={found}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ deadlineCase, entries, clawbackIds }: DeadlineCaseDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const approver = useHasRole("finance-approver");
  // The clawbacks come in the order of their years, one for each.
  const years = [...new Set(entries.map((entry) => entry.fiscalYear))].sort();
  return (
    <Page
      title={t(`${deadlineCase.institutionName} · 逾期未认定`, `${deadlineCase.institutionName} · deadline missed`)}
      parent={{ to: "/deadline-cases", name: t("逾期未认定案", "Deadline cases") }}
      status={<Status value={deadlineCase.status} of="deadline-case" />}
      lead={name(deadlineCase.programme)}
      actions={
        <>
          {clawbackIds.map((id, index) => (
            <Link key={id} to={`/clawbacks/${id}`}>
              {t(`${years[index]} 年度追缴`, `Clawback of ${years[index]}`)}
            </Link>
          ))}
          {approver && deadlineCase.status === "proposed" && <ConfirmDeadlineCase deadlineCase={deadlineCase} />}
        </>
      }
    >
      {deadlineCase.voidCause && (
        <Alert
          type="info"
          showIcon
          title={t(voidCauses[deadlineCase.voidCause] ?? { zh: deadlineCase.voidCause, en: deadlineCase.voidCause })}
        />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("首次下达", "First allotted"), value: deadlineCase.allottedOn },
            {
              label: t("认定期限", "Deadline"),
              value: (
                <>
                  {deadlineCase.deadline} <RuleClause programme={deadlineCase.programme} parameter="recognition-period" />
                </>
              ),
            },
            { label: t("支出计算截止", "Spending counts until"), value: deadlineCase.cutOff },
            { label: t("提出日期", "Proposed on"), value: deadlineCase.proposedOn },
            { label: t("未使用资金（元）", "Unused (yuan)"), value: <Money fen={deadlineCase.amountFen} strong /> },
            deadlineCase.status !== "proposed" && {
              label: t("决定时金额（元）", "Claimed at the decision (yuan)"),
              value: <Money fen={deadlineCase.decidedFen} />,
            },
            { label: t("决定文号", "Decision"), value: deadlineCase.documentNumber },
            { label: t("决定日期", "Decided on"), value: deadlineCase.decidedOn },
            { label: t("确认人", "Confirmed by"), value: deadlineCase.confirmed?.name },
            !!deadlineCase.voidOn && { label: t("撤销日期", "Void since"), value: deadlineCase.voidOn },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("分年度记录（元）", "Year by year (yuan)")}</h2>
        <Table
          size="small"
          rowKey={(row) => `${row.fiscalYear}-${row.kind}-${row.bookedOn}-${row.amountFen}`}
          pagination={false}
          dataSource={entries}
          locale={{ emptyText: <Empty text={t("确认前不追缴", "Nothing is claimed before it is confirmed")} /> }}
          columns={[
            { title: t("年度", "Year"), dataIndex: "fiscalYear" },
            { title: t("事项", "What"), render: (_, row) => t(kinds[row.kind] ?? { zh: row.kind, en: row.kind }) },
            { title: t("金额", "Amount"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
            { title: t("日期", "On"), dataIndex: "bookedOn" },
          ]}
        />
      </section>
      <SheetPanel
        of="deadline-case"
        id={deadlineCase.id}
        load={funding.deadlineCaseSheet}
        subject={deadlineCase.institutionName}
      />
    </Page>
  );
}
