import { reporting } from "../api/reporting";
import type { PeriodicReport, PeriodicReportDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

export function ReturnReport({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, PeriodicReportDetail>
      label={t("退回", "Return")}
      version={report.version}
      fields={<ReasonField label={t("退回理由", "Why")} />}
      act={({ reason }, act) => reporting.returnReport(report.id, reason, act)}
      done={t("已退回", "Returned")}
    />
  );
}

export function AcceptReport({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  return (
    <ActionButton<object, PeriodicReportDetail>
      label={t("接收", "Accept")}
      type="primary"
      version={report.version}
      summary={() => [
        { label: t("机构", "Institution"), value: report.institutionName },
        { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
        { label: t("报送日期", "Handed in"), value: report.submittedOn },
      ]}
      act={(_, act) => reporting.acceptReport(report.id, act)}
      done={t("已接收", "Accepted")}
    />
  );
}
