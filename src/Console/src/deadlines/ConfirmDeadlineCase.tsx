import { funding } from "../api/funding";
import type { DeadlineCase, DeadlineCaseDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** A person decides to take back what is unused (ZS-08, P-5). */
export function ConfirmDeadlineCase({ deadlineCase }: { deadlineCase: DeadlineCase }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ documentNumber: string; decidedOn: string }, DeadlineCaseDetail>
      label={t("追缴", "Claim it back")}
      title={t("确认逾期未认定并追缴", "Confirm the missed deadline and claim back")}
      type="primary"
      danger
      initial={{ decidedOn: today }}
      fields={
        <DocumentFields
          label={t("追缴决定文号", "Number of the decision")}
          day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
        />
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: deadlineCase.institutionName },
        { label: t("认定期限", "Deadline"), value: deadlineCase.deadline },
        { label: t("未使用资金（元）", "Unused (yuan)"), value: <Money fen={deadlineCase.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(deadlineCase.amountFen) },
        { label: t("决定文号", "Decision"), value: values.documentNumber },
        { label: t("决定日期", "Decided on"), value: values.decidedOn },
      ]}
      consequence={t(
        "确认时先向名录核实是否已按期认定；确认后按年度开立追缴，该机构不再补助。",
        "The register is asked first whether the body was recognised in time; then clawbacks open year by year, and it is never paid again.",
      )}
      act={(values, act) => funding.confirmDeadlineCase(deadlineCase.id, values, act)}
      done={t("已确认，追缴已开立", "Confirmed; the clawbacks are open")}
    />
  );
}
