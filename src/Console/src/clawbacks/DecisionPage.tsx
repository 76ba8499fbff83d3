import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { clawbacks, type Decision } from "../api/clawbacks";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { DecisionActs } from "./DecisionActs";
import { About, KindOf } from "./DecisionTable";

/** One decision about a clawback: who decided what and why, and its calculation sheet once it is approved. */
export function DecisionPage() {
  const { id = "" } = useParams();
  const decision = useQuery({ queryKey: ["clawback-decision", id], queryFn: () => clawbacks.decision(id) });
  return <Loaded query={decision}>{(value) => <Details decision={value} />}</Loaded>;
}

function Details({ decision }: { decision: Decision }) {
  const { t } = useText();
  const { proposed, approved, ended } = decision;
  return (
    <Page
      title={decision.number ?? t("待批准的处理决定", "A decision to be approved")}
      parent={{ to: "/clawback-decisions", name: t("追缴处理决定", "Decisions on clawbacks") }}
      actions={<DecisionActs decision={decision} />}
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("事项", "Kind"), value: <KindOf decision={decision} /> },
            { label: t("状态", "Status"), value: <Status value={decision.status} of="clawback-decision" /> },
            { label: t("机构与年度", "Body and year"), value: <About decision={decision} /> },
            { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={decision.amountFen} strong /> },
            { label: t("文号", "Document"), value: decision.documentNumber },
            { label: t("决定日期", "Decided on"), value: decision.decidedOn },
            { label: t("理由", "Reason"), value: decision.reason },
            { label: t("经办", "Proposed"), value: `${proposed.name} · ${instant(proposed.at)}` },
            approved && { label: t("批准", "Approved"), value: `${approved.name} · ${instant(approved.at)}` },
            !!decision.payeeName && { label: t("收款人", "Payee"), value: `${decision.payeeName} ${decision.payeeAccount}` },
            !!decision.paidOn && { label: t("支付日期", "Paid on"), value: `${decision.paidOn} ${decision.bankReference ?? ""}` },
            ended && {
              label: t("撤回", "Withdrawn"),
              value: `${ended.name} · ${instant(ended.at)} · ${decision.endReason ?? ""}`,
            },
            ...decision.parts.map((part) => ({ label: part.dueOn, value: <Money fen={part.amountFen} /> })),
          ]}
        />
      </section>
      {approved && (
        <SheetPanel
          of="clawback-decision"
          id={decision.id}
          load={clawbacks.decisionSheet}
          subject={`${decision.institutionName ?? decision.payeeName ?? ""} ${decision.fiscalYear ?? ""}`.trim()}
        />
      )}
    </Page>
  );
}
