import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { claims, type GrantDetail } from "../api/claims";
import type { Payment } from "../api/payments";
import { ApproveGrant } from "../claims/ClaimActs";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export function GrantPage() {
  const { id = "" } = useParams();
  const grant = useQuery({ queryKey: ["grant", id], queryFn: () => claims.grant(id) });
  return <Loaded query={grant}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ grant, award, sourceId, dueFen, firstApproved, awaitedPost, shares, timeline }: GrantDetail) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  const leader = useHasRole("leader");
  const approves = awaitedPost === "leader" ? leader : approver;
  const pack = usePack(grant.programme).data;
  const claim = pack?.claims.find((one) => one.name === award);
  const reward = pack?.rewards.find((one) => one.name === award);
  const label = (claim ?? reward)?.label;
  const payers = (claim ?? reward)?.shares?.payers ?? [];
  const payer = (key: string) => {
    const found = payers.find((one) => one.key === key);
    return found ? t(found.label) : key;
  };
  return (
    <Page
      title={`${label ? t(label) : award} · ${grant.beneficiaryName}`}
      parent={reward ? { to: "/rewards", name: t("奖励决定", "Rewards") } : { to: "/claims", name: t("补助申领", "Claims") }}
      status={<Status value={grant.status} of="advance" />}
      lead={`${grant.fiscalYear} · ${grant.reference}`}
      actions={
        <>
          <Link to={reward ? `/rewards/${sourceId}` : `/claims/${sourceId}`}>
            {reward ? t("奖励决定", "The decision") : t("申领", "The claim")}
          </Link>
          {maker && (grant.status === "proposed" || grant.status === "approved") && (
            <ActionButton<{ reason: string }, Payment>
              label={t("取消", "Cancel")}
              fields={<ReasonField label={t("取消原因", "Why")} />}
              act={({ reason }, act) => claims.cancelGrant(grant.id, reason, act)}
              done={t("已取消", "Cancelled")}
            />
          )}
          {approves && grant.status === "proposed" && <ApproveGrant payment={grant} dueFen={dueFen} />}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("应补助（元）", "Due (yuan)"), value: <Money fen={dueFen} /> },
            { label: t("本级支付（元）", "Paid here (yuan)"), value: <Money fen={grant.amountFen} strong /> },
            ...shares.map((share) => ({ label: payer(share.payer), value: <Money fen={share.amountFen} /> })),
            { label: t("收款人", "Payee"), value: `${grant.payeeName} ${grant.payeeAccount}` },
            firstApproved != null && {
              label: t("第一次批准", "First approval"),
              value: firstApproved.forName
                ? t(`${firstApproved.name}（代${firstApproved.forName}）`, `${firstApproved.name} for ${firstApproved.forName}`)
                : firstApproved.name,
            },
            awaitedPost != null && {
              label: t("待批准", "Awaits"),
              value: awaitedPost === "leader" ? t("领导", "a leader") : t("另一名资金审批人员", "another finance approver"),
            },
            { label: t("支付日期", "Paid on"), value: grant.paidOn },
            grant.paymentRunId !== null && {
              label: t("支付批次", "Payment run"),
              value: <Link to={`/payment-runs/${grant.paymentRunId}`}>{t("查看", "Open")}</Link>,
            },
          ]}
        />
      </section>
      {grant.approvedOn && <SheetPanel of="grant" id={grant.id} subject={grant.beneficiaryName} load={claims.grantSheet} />}
      <section className="panel">
        <h2>{t("办理过程", "Timeline")}</h2>
        <Timeline
          of="advance"
          entries={timeline.map(({ status, on, by, note }) => ({ what: status, at: on, by: by ?? "", note }))}
        />
      </section>
    </Page>
  );
}
