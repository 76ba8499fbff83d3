import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { funding } from "../api/funding";
import type { Advance, AdvanceDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { confirmedAccount } from "./confirmedAccount";

type Values = { amountFen: number; allotmentNumber: string; allottedOn: string };

/** Proposes a failed or returned (退汇) payment anew, to the account that is confirmed now; also after the year was settled. */
export function PayAgain({ advance }: { advance: Advance }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<Values, AdvanceDetail>
      label={t("重新支付", "Pay again")}
      type="primary"
      initial={{
        amountFen: advance.amountFen,
        allotmentNumber: advance.allotmentNumber,
        allottedOn: advance.allottedOn ?? today,
      }}
      fields={
        <>
          <Form.Item name="amountFen" label={t("金额，不超过原金额", "Amount, at most the former")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="allotmentNumber" label={t("下达文号", "Allotment document")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item name="allottedOn" label={t("下达日期", "Allotted on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: advance.institutionName },
        { label: t("年度", "Fiscal year"), value: advance.fiscalYear },
        { label: t("金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
      ]}
      consequence={t(
        "按已确认的收款账户重新提出，另一人复核。账户有误的，先办理收款账户变更。",
        "Proposed to the confirmed account, for another person to approve. Where the account was wrong, have its change confirmed first.",
      )}
      act={async (values, act) => {
        const account = await confirmedAccount(advance.institutionId);
        return funding.proposeAdvance(
          {
            ...values,
            institutionId: advance.institutionId,
            appropriationId: advance.appropriationId,
            purpose: advance.purpose,
            payeeName: account?.name ?? advance.payeeName,
            payeeAccount: account?.number ?? advance.payeeAccount,
            payeeBank: account?.bank ?? undefined,
            replacesId: advance.id,
          },
          act,
        );
      }}
      done={t("已提出，等待复核", "Proposed; awaiting approval")}
      onDone={({ advance: made }) => navigate(`/advances/${made.id}`)}
    />
  );
}
