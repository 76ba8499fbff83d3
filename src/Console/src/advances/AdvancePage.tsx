import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { Link, useParams } from "react-router";
import { useGrounds } from "../accounts/useGrounds";
import { funding } from "../api/funding";
import type { Account, Advance, AdvanceDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AdvanceSteps } from "./AdvanceSteps";
import { PayAgain } from "./PayAgain";

export function AdvancePage() {
  const { id = "" } = useParams();
  const advance = useQuery({ queryKey: ["advance", id], queryFn: () => funding.advance(id) });
  return <Loaded query={advance}>{(value) => <Details {...value} />}</Loaded>;
}

/** What a sum that needs two approvals waits for. */
type Approvals = { firstApproved?: { name: string; forName?: string | null } | null; awaitedPost?: string | null };

/** The decision by which it tops up a settled year (补差). */
type TopUp = { topUpNumber?: string | null; topUpDecidedOn?: string | null };

function Details({ advance, account, timeline, coBuildReason, endReason }: AdvanceDetail) {
  const { t } = useText();
  const grounds = useGrounds();
  const approver = useHasRole("finance-approver");
  const leader = useHasRole("leader");
  const { firstApproved, awaitedPost } = advance as Approvals;
  const { topUpNumber, topUpDecidedOn } = advance as TopUp;
  const approves = awaitedPost === "leader" ? leader : approver;
  const maker = useHasRole("finance-maker");
  const signed = ({ name, forName }: { name: string; forName?: string | null }) =>
    forName ? t(`${name}（代${forName}）`, `${name} for ${forName}`) : name;
  const cancellable = ["proposed", "approved"].includes(advance.status);
  return (
    <Page
      title={`${advance.institutionName} · ${advance.fiscalYear}`}
      parent={{ to: "/advances", name: t("先行拨付", "Advances") }}
      status={<Status value={advance.status} of="advance" />}
      lead={advance.purpose}
      actions={
        <>
          {maker && ["failed", "returned"].includes(advance.status) && <PayAgain advance={advance} />}
          {maker && cancellable && <Cancel advance={advance} />}
          {approves && advance.status === "proposed" && <Approve advance={advance} account={account} />}
        </>
      }
    >
      <section className="panel">
        <AdvanceSteps advance={advance} timeline={timeline} />
      </section>
      <div className="columns">
        <section className="panel">
          <Summary
            facts={[
              { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={advance.amountFen} strong /> },
              { label: t("大写", "In capitals"), value: chineseCapitals(advance.amountFen) },
              {
                label: t("机构", "Institution"),
                value: <Link to={`/institutions/${advance.institutionId}`}>{advance.institutionName}</Link>,
              },
              {
                label: t("年度安排", "Appropriation"),
                value: <Link to={`/appropriations/${advance.appropriationId}`}>{advance.fiscalYear}</Link>,
              },
              topUpNumber ? { label: t("补差决定", "Top-up decision"), value: `${topUpNumber} · ${topUpDecidedOn}` } : null,
              { label: t("下达文号", "Allotment"), value: advance.allotmentNumber },
              { label: t("下达日期", "Allotted on"), value: advance.allottedOn },
              { label: t("收款单位", "Payee"), value: advance.payeeName },
              { label: t("收款账号", "Account"), value: <code>{advance.payeeAccount}</code> },
              advance.paymentRunId
                ? {
                    label: t("支付批次", "Payment run"),
                    value: <Link to={`/payment-runs/${advance.paymentRunId}`}>{t("查看批次", "Show the run")}</Link>,
                  }
                : null,
              firstApproved ? { label: t("第一次批准", "First approval"), value: signed(firstApproved) } : null,
              awaitedPost
                ? {
                    label: t("待批准", "Awaits"),
                    value: awaitedPost === "leader" ? t("领导", "a leader") : t("另一名资金审批人员", "another finance approver"),
                  }
                : null,
              { label: t("拨付日期", "Paid on"), value: advance.paidOn },
              endReason ? { label: t("终止原因", "Why it ended"), value: `${advance.endedOn ?? ""} ${endReason}` } : null,
              coBuildReason ? { label: t("非共建理由", "Reason, not co-built"), value: coBuildReason } : null,
              // Decided, the sheet tells what was looked at then.
              ...(advance.status === "proposed" ? grounds(account) : []),
            ]}
          />
        </section>
        <aside className="panel">
          <h2>{t("经过", "Timeline")}</h2>
          <Timeline
            of="step"
            entries={timeline.map((step) => ({ at: step.on, what: step.status, by: step.by ?? "", note: step.note })).reverse()}
          />
        </aside>
      </div>
      {advance.approvedOn && (
        <SheetPanel of="advance" id={advance.id} load={funding.advanceSheet} subject={advance.institutionName} />
      )}
    </Page>
  );
}

function Approve({ advance, account }: { advance: Advance; account: Account }) {
  const { t } = useText();
  const grounds = useGrounds();
  return (
    <ActionButton<object, AdvanceDetail>
      label={t("复核通过", "Approve")}
      type="primary"
      version={advance.version}
      summary={() => [
        { label: t("机构", "Institution"), value: advance.institutionName },
        { label: t("年度", "Fiscal year"), value: advance.fiscalYear },
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={advance.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(advance.amountFen) },
        { label: t("收款", "Payee"), value: `${advance.payeeName} · ${advance.payeeAccount}` },
        ...grounds(account),
      ]}
      consequence={t(
        "通过后即占用年度额度与补助年度；超出上限的，系统不予通过。",
        "It takes its part of the year's cap and of the years at once; what exceeds them is refused.",
      )}
      act={(_, act) => funding.approveAdvance(advance.id, act)}
      done={t("已复核通过", "Approved")}
    />
  );
}

function Cancel({ advance }: { advance: Advance }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, AdvanceDetail>
      label={t("撤销", "Cancel")}
      title={t("撤销这笔拨付", "Cancel this advance")}
      danger
      version={advance.version}
      fields={
        <Form.Item name="reason" label={t("撤销理由", "Reason")} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      }
      act={({ reason }, act) => funding.cancelAdvance(advance.id, reason, act)}
      done={t("已撤销", "Cancelled")}
    />
  );
}
