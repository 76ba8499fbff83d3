import { funding } from "../api/funding";
import type { SpendingStatement, SpendingStatementDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Money } from "../shared/Money";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

export function ConfirmStatement({ statement }: { statement: SpendingStatement }) {
  const { t } = useText();
  return (
    <ActionButton<object, SpendingStatementDetail>
      label={t("确认支出", "Confirm the spending")}
      type="primary"
      summary={() => [
        { label: t("机构与年度", "Body and year"), value: `${statement.institutionName} · ${statement.fiscalYear}` },
        { label: t("申报支出（元）", "Stated (yuan)"), value: <Money fen={statement.totalFen} /> },
        { label: t("认可支出（元）", "Accepted (yuan)"), value: <Money fen={statement.acceptedFen} strong /> },
        { label: t("核验人", "Verified by"), value: statement.verified?.name },
      ]}
      consequence={t("确认后计为已使用的资金，不在逾期追缴之列。", "It then counts as used and is not claimed back as unused.")}
      act={(_, act) => funding.confirmStatement(statement.id, act)}
      done={t("已确认", "Confirmed")}
    />
  );
}

export function ReturnStatement({ statement }: { statement: SpendingStatement }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, SpendingStatementDetail>
      label={t("退回", "Send back")}
      fields={<ReasonField label={t("退回理由", "Why")} />}
      act={({ reason }, act) => funding.returnStatement(statement.id, reason, act)}
      done={t("已退回，可重新填报", "Sent back; it can be stated anew")}
    />
  );
}
