import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select, Table } from "antd";
import { claims, type RewardableBody, type RewardDecision, type RewardDecisionDetail } from "../api/claims";
import { everyPage } from "../api/everyPage";
import type { Reward } from "../api/types";
import { openAppropriations } from "../appropriations/openAppropriations";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

type RewardedBodiesProps = { decision: RewardDecision; reward: Reward; mayPay: boolean };

/** Whom the decision rewards: grade → money, before anything is proposed. */
export function RewardedBodies({ decision, reward, mayPay }: RewardedBodiesProps) {
  const { t } = useText();
  const { grade } = useWords(decision.programme);
  const bodies = useQuery({
    queryKey: ["reward-decision", decision.id, "bodies"],
    queryFn: () => everyPage((query) => claims.decisionBodies(decision.id, query), {}, 100),
  });
  const ended = ["cancelled", "failed", "returned"];
  return (
    <section className="panel">
      <h2>{t("应奖励的单位", "Who is rewarded")}</h2>
      <Loaded query={bodies}>
        {(rows) => (
          <Table<RewardableBody>
            rowKey="institutionId"
            size="small"
            pagination={false}
            dataSource={rows}
            columns={[
              { title: t("单位", "Body"), dataIndex: "name" },
              { title: t("等次", "Grade"), render: (_, row) => grade(row.grade) },
              {
                title: t("金额（元）", "Amount (yuan)"),
                className: "amount",
                render: (_, row) => (row.amountFen === null ? "—" : <Money fen={row.amountFen} strong />),
              },
              {
                title: t("支付", "Payment"),
                render: (_, row) => {
                  if (row.reason) {
                    return t(row.reason);
                  }
                  return row.grantStatus && !ended.includes(row.grantStatus) ? (
                    <Status value={row.grantStatus} of="advance" />
                  ) : (
                    mayPay && <PayReward decision={decision} reward={reward} body={row} />
                  );
                },
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

type Values = { appropriationId: string; payeeName: string; payeeAccount: string; shares?: Record<string, number | null> };

function PayReward({ decision, reward, body }: { decision: RewardDecision; reward: Reward; body: RewardableBody }) {
  const { t } = useText();
  const open = useQuery({ queryKey: ["appropriations", "open"], queryFn: openAppropriations });
  const appropriations = (open.data ?? []).filter((one) => one.programme === decision.programme);
  return (
    <ActionButton<Values, RewardDecisionDetail>
      label={t("提出支付", "Propose payment")}
      size="small"
      disabled={open.isPending}
      initial={{ appropriationId: appropriations[0]?.id }}
      fields={
        <>
          <Form.Item name="appropriationId" label={t("年度安排", "Appropriation")} rules={[{ required: true }]}>
            <Select
              options={appropriations.map((one) => ({ value: one.id, label: `${one.fiscalYear} · ${one.documentNumber}` }))}
            />
          </Form.Item>
          <Form.Item name="payeeName" label={t("收款户名", "Payee")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="payeeAccount" label={t("银行账号", "Bank account")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={34} autoComplete="off" />
          </Form.Item>
          {reward.shares?.payers.map((payer) => (
            <Form.Item key={payer.key} name={["shares", payer.key]} label={t(payer.label)}>
              <MoneyInput />
            </Form.Item>
          ))}
        </>
      }
      summary={() => [
        { label: t("单位", "Body"), value: body.name },
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={body.amountFen ?? 0} strong /> },
        { label: t("依据", "Document"), value: decision.documentNumber },
      ]}
      consequence={t("由另一人批准后支付。", "It is paid once another person approves.")}
      act={({ appropriationId, payeeName, payeeAccount, shares }, act) =>
        claims.grantRewards(
          decision.id,
          {
            appropriationId,
            bodies: [
              {
                institutionId: body.institutionId,
                payeeName,
                payeeAccount,
                shares: Object.entries(shares ?? {}).flatMap(([payer, fen]) => (fen ? [{ payer, amountFen: fen }] : [])),
              },
            ],
          },
          act,
        )
      }
      done={t("已提出，等待他人批准", "Proposed; awaiting another person")}
    />
  );
}
