import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { confirmedAccount } from "../advances/confirmedAccount";
import { funding } from "../api/funding";
import type { AdvanceDetail, Settlement } from "../api/types";
import { openAppropriations } from "../appropriations/openAppropriations";
import { ActionButton } from "../shared/ActionButton";
import { CapBar } from "../shared/CapBar";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { usePack } from "../shared/programmes";
import { RuleClause } from "../shared/RuleClause";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

type Values = {
  amountFen: number;
  documentNumber: string;
  decidedOn: string;
  allotmentNumber: string;
  allottedOn: string;
  coBuildReason?: string;
};

/** Tops a settled year up by a decision (补差, ZS-06); offered only where the programme's pack allows it and the year's money is open. */
export function TopUp({ settlement }: { settlement: Settlement }) {
  const { programme, fiscalYear, institutionId } = settlement;
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const allowed = usePack(programme)
    .data?.parameters.find((one) => one.name === "top-up")
    ?.values.at(-1)?.value.flag;
  const enabled = allowed === true;
  const open = useQuery({ queryKey: ["appropriations", "open"], queryFn: openAppropriations, enabled });
  const body = useQuery({ queryKey: ["account", institutionId], queryFn: () => funding.account(institutionId), enabled }).data;
  const appropriation = open.data?.find((one) => one.programme === programme && one.fiscalYear === fiscalYear);
  if (!enabled || !body || !appropriation) {
    return null;
  }

  return (
    <ActionButton<Values, AdvanceDetail>
      label={t("补差", "Top up")}
      title={t(`${fiscalYear} 年度补差`, `Top up ${fiscalYear}`)}
      initial={{ decidedOn: today, allottedOn: today }}
      fields={
        <>
          <CapBar
            capFen={appropriation.amountFen}
            committedFen={appropriation.committedFen}
            paidFen={appropriation.paidFen}
            compact
          />
          <Form.Item name="amountFen" label={t("补差金额", "Amount")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="documentNumber" label={t("补差决定文号", "Number of the decision")} rules={[{ required: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="decidedOn" label={t("决定日期", "Decided on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="allotmentNumber" label={t("下达文号", "Allotment document")} rules={[{ required: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="allottedOn" label={t("下达日期", "Allotted on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          {!body.account.coBuilt && (
            <Form.Item
              name="coBuildReason"
              label={t("非市县共建，须说明理由", "Not co-built: a reason is needed")}
              rules={[{ required: true }]}
            >
              <Input.TextArea autoSize={{ minRows: 2 }} />
            </Form.Item>
          )}
        </>
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: settlement.institutionName },
        { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={settlement.advanceFen} /> },
        { label: t("应补助（元）", "Entitled (yuan)"), value: <Money fen={settlement.entitledFen} /> },
        { label: t("补差金额（元）", "Top-up (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        {
          label: t("依据", "By"),
          value: (
            <>
              {values.documentNumber} · {values.decidedOn} <RuleClause programme={programme} parameter="top-up" />
            </>
          ),
        },
      ]}
      consequence={t(
        "提出后由另一人复核，复核时核定年度上限与补助年限；银行支付后，该年度结算随之更正。",
        "Another person approves it; the cap and the years are decided then. Once the bank has paid it, the year's settlement follows.",
      )}
      act={async ({ amountFen, documentNumber, decidedOn, ...allotment }, act) => {
        const payee = await confirmedAccount(institutionId);
        return funding.proposeAdvance(
          {
            ...allotment,
            amountFen,
            institutionId,
            appropriationId: appropriation.id,
            purpose: "补差",
            payeeName: payee?.name ?? body.account.implementingBodyName,
            payeeAccount: payee?.number ?? "",
            payeeBank: payee?.bank ?? undefined,
            topUp: { documentNumber, decidedOn },
          },
          act,
        );
      }}
      done={t("已提出，等待复核", "Proposed; awaiting approval")}
      onDone={({ advance }) => navigate(`/advances/${advance.id}`)}
    />
  );
}
