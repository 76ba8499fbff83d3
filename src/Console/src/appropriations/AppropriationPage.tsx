import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Appropriation as Whole } from "../api/appropriations";
import { funding } from "../api/funding";
import type { Appropriation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { CapBar } from "../shared/CapBar";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { RuleClause } from "../shared/RuleClause";
import { SheetPanel } from "../shared/SheetPanel";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { Changes } from "./Changes";
import { ProposeChange } from "./ProposeChange";
import { YearEndReport } from "./YearEndReport";

export function AppropriationPage() {
  const { id = "" } = useParams();
  const appropriation = useQuery({ queryKey: ["appropriation", id], queryFn: () => funding.appropriation(id) });
  return (
    <Loaded query={appropriation}>{(value) => <Details appropriation={value as unknown as Whole & Appropriation} />}</Loaded>
  );
}

function Details({ appropriation }: { appropriation: Whole & Appropriation }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const approves = useHasRole("finance-approver") && appropriation.status === "proposed";
  const maker = useHasRole("finance-maker");
  const withdraws = maker && appropriation.status === "proposed";
  const { today } = useBusinessDate();
  const over = Number(today.slice(0, 4)) > appropriation.fiscalYear;
  const stands = ["open", "closed"].includes(appropriation.status);
  const closed = appropriation.closedOn != null;
  return (
    <Page
      title={t(`${appropriation.fiscalYear} 年度安排`, `Appropriation of ${appropriation.fiscalYear}`)}
      parent={{ to: "/appropriations", name: t("年度安排", "Appropriations") }}
      status={<Status value={appropriation.status} of="appropriation" />}
      lead={name(appropriation.programme)}
      actions={
        <>
          {maker && stands && (
            <ProposeChange
              appropriation={appropriation}
              kinds={
                closed ? ["reduction", "carry-over"] : over ? ["carry-over", "close", "reduction"] : ["supplement", "reduction"]
              }
            />
          )}
          {withdraws && <Withdraw appropriation={appropriation} />}
          {approves && <Approve appropriation={appropriation} />}
          <Link to={`/advances?year=${appropriation.fiscalYear}`}>{t("查看该年度拨付", "Advances of this year")}</Link>
        </>
      }
    >
      <section className="panel">
        <h2>
          {t("使用情况", "Use")} <RuleClause programme={appropriation.programme} parameter="annual-cap" />
        </h2>
        <CapBar capFen={appropriation.amountFen} committedFen={appropriation.committedFen} paidFen={appropriation.paidFen} />
      </section>
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("安排金额（元）", "Amount (yuan)"), value: <Money fen={appropriation.amountFen} strong /> },
            {
              label: t("指标文号与日期", "Budget document"),
              value: `${appropriation.documentNumber} · ${appropriation.documentDate}`,
            },
            { label: t("支出功能分类科目", "Functional subject"), value: appropriation.functionalSubject },
            { label: t("已占用（元）", "Committed (yuan)"), value: <Money fen={appropriation.committedFen} /> },
            { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={appropriation.paidFen} /> },
            { label: t("考核应补助（元）", "Entitled (yuan)"), value: <Money fen={appropriation.entitledFen} /> },
            { label: t("已追回（元）", "Recovered (yuan)"), value: <Money fen={appropriation.recoveredFen} /> },
            { label: t("经办", "Proposed by"), value: `${appropriation.proposed.name} · ${instant(appropriation.proposed.at)}` },
            {
              label: t("复核", "Approved by"),
              value: appropriation.approved && `${appropriation.approved.name} · ${instant(appropriation.approved.at)}`,
            },
          ]}
        />
      </section>
      {stands && <Changes appropriation={appropriation} />}
      {stands && over && <YearEndReport appropriation={appropriation.id} />}
      <SheetPanel
        of="appropriation"
        id={appropriation.id}
        load={funding.appropriationSheet}
        subject={appropriation.documentNumber}
      />
    </Page>
  );
}

function Withdraw({ appropriation }: { appropriation: Appropriation }) {
  const { t } = useText();
  return (
    <ActionButton<object, Appropriation>
      label={t("撤回", "Withdraw")}
      danger
      summary={() => [
        { label: t("年度", "Fiscal year"), value: appropriation.fiscalYear },
        { label: t("安排金额（元）", "Amount (yuan)"), value: <Money fen={appropriation.amountFen} strong /> },
      ]}
      act={(_, act) => funding.withdrawAppropriation(appropriation.id, act)}
      done={t("已撤回", "Withdrawn")}
    />
  );
}

function Approve({ appropriation }: { appropriation: Appropriation }) {
  const { t } = useText();
  return (
    <ActionButton<object, Appropriation>
      label={t("复核通过", "Approve")}
      type="primary"
      version={appropriation.version}
      summary={() => [
        { label: t("年度", "Fiscal year"), value: appropriation.fiscalYear },
        { label: t("安排金额（元）", "Amount (yuan)"), value: <Money fen={appropriation.amountFen} strong /> },
        { label: t("文号", "Document"), value: appropriation.documentNumber },
        { label: t("经办", "Proposed by"), value: appropriation.proposed.name },
      ]}
      consequence={t("通过后该年度安排即可用于先行拨付。", "Once approved, advances may be paid from it.")}
      act={(_, act) => funding.approveAppropriation(appropriation.id, act)}
      done={t("年度安排已下达", "The appropriation is open")}
    />
  );
}
