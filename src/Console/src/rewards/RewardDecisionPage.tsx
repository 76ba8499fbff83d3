import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useParams } from "react-router";
import { claims, type RewardAmount, type RewardDecisionDetail } from "../api/claims";
import type { Payment } from "../api/payments";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { usePack } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { awardsOf } from "./awards";
import { RewardedBodies } from "./RewardedBodies";

export function RewardDecisionPage() {
  const { id = "" } = useParams();
  const decision = useQuery({ queryKey: ["reward-decision", id], queryFn: () => claims.decision(id) });
  return <Loaded query={decision}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ decision, amounts, grants }: RewardDecisionDetail) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  const pack = usePack(decision.programme).data;
  const award = pack && awardsOf(pack).find((one) => one.name === decision.award);
  const reward = pack?.rewards.find((one) => one.name === decision.award);
  const keyed = (key: string) => {
    const found = award?.keys?.find((one) => one.key === key);
    return found ? t(found.label) : key;
  };
  return (
    <Page
      title={`${award ? t(award.label) : decision.award} · ${decision.year}`}
      parent={{ to: "/rewards", name: t("奖励决定", "Rewards") }}
      status={<Status value={decision.status} />}
      lead={pack && t(pack.title)}
      actions={
        decision.status === "proposed" && (
          <>
            {maker && (
              <ActionButton<object, RewardDecisionDetail>
                label={t("撤回", "Withdraw")}
                consequence={t("撤回后可重新登记该年度的决定。", "The year is then free for another decision.")}
                act={(_, act) => claims.withdrawDecision(decision.id, act)}
                done={t("已撤回", "Withdrawn")}
              />
            )}
            {approver && (
              <ActionButton<object, RewardDecisionDetail>
                label={t("确认决定", "Confirm the decision")}
                type="primary"
                summary={() => [
                  { label: t("文号", "Document"), value: decision.documentNumber },
                  ...amounts.map((one) => ({ label: keyed(one.key), value: <Money fen={one.amountFen} strong /> })),
                ]}
                consequence={t("与文件核对一致后确认，此后可按决定支付。", "Confirmed against the document; payments follow it.")}
                act={(_, act) => claims.confirmDecision(decision.id, act)}
                done={t("已确认", "Confirmed")}
              />
            )}
          </>
        )
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("文号", "Document"), value: `${decision.documentNumber} · ${decision.decidedOn}` },
            { label: t("条款", "Clause"), value: award && <Clause id={award.clause} /> },
            { label: t("登记", "Recorded"), value: `${decision.proposed.name} · ${instant(decision.proposed.at)}` },
            decision.confirmed && {
              label: t("确认", "Confirmed"),
              value: `${decision.confirmed.name} · ${instant(decision.confirmed.at)}`,
            },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("金额", "Amounts")}</h2>
        <Table<RewardAmount>
          rowKey="key"
          size="small"
          pagination={false}
          dataSource={amounts}
          columns={[
            { title: t("对象", "For"), render: (_, row) => keyed(row.key) },
            { title: t("依据", "Basis"), render: (_, row) => row.basis ?? "—" },
            {
              title: t("金额（元）", "Amount (yuan)"),
              className: "amount",
              render: (_, row) => <Money fen={row.amountFen} strong />,
            },
          ]}
        />
      </section>
      {reward && decision.status === "confirmed" && <RewardedBodies decision={decision} reward={reward} mayPay={maker} />}
      {grants.length > 0 && (
        <section className="panel">
          <h2>{t("支付", "Payments")}</h2>
          <FilterTable<Payment>
            of="grants"
            fetchPage={claims.grants}
            fixed={{ source: decision.id }}
            rowKey="id"
            emptyText={t("没有支付", "No payments")}
            columns={[
              { title: t("单位", "Body"), render: (_, row) => <Link to={`/grants/${row.id}`}>{row.beneficiaryName}</Link> },
              {
                title: t("金额（元）", "Amount (yuan)"),
                className: "amount",
                render: (_, row) => <Money fen={row.amountFen} strong />,
              },
              { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="advance" /> },
            ]}
          />
        </section>
      )}
    </Page>
  );
}
