import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { reporting } from "../api/reporting";
import type { PeriodicReportDetail } from "../api/types";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DueDay } from "./DueDay";
import { EditReport } from "./EditReport";
import { ReadReport } from "./ReadReport";
import { AcceptReport, ReturnReport } from "./ReportActs";

export function ReportPage() {
  const { id = "" } = useParams();
  const report = useQuery({ queryKey: ["periodic-report", id], queryFn: () => reporting.report(id) });
  return <Loaded query={report}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail }: { detail: PeriodicReportDetail }) {
  const { report, steps } = detail;
  const { t } = useText();
  const { name } = useProgrammes();
  const operator = useHasRole("operator");
  const reader = useHasRole("district-reviewer", "city-reviewer");
  const city = useHasRole("city-reviewer");
  const open = ["draft", "returned"].includes(report.status);
  const returned = steps.findLast((step) => step.what === "returned");
  return (
    <Page
      title={t(
        `${report.institutionName} · ${report.year} 年第 ${report.round} 期`,
        `${report.institutionName} · ${report.year}, no. ${report.round}`,
      )}
      parent={{ to: "/periodic-reports", name: t("定期报告", "Periodic reports") }}
      status={<Status value={report.status} of="report" />}
      lead={name(report.programme)}
      actions={
        report.status === "submitted" && (
          <>
            {reader && <ReturnReport report={report} />}
            {city && <AcceptReport report={report} />}
          </>
        )
      }
    >
      {report.status === "returned" && returned && (
        <Alert type="warning" showIcon title={t(`退回理由：${returned.reason}`, `Returned: ${returned.reason}`)} />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
            { label: t("报送期限", "Due on"), value: <DueDay report={report} /> },
            { label: t("报送日期", "Handed in"), value: report.submittedOn },
          ]}
        />
      </section>
      {operator && open ? (
        <EditReport key={`${report.id}-${report.status}`} detail={detail} />
      ) : open && report.status === "draft" ? (
        <Alert type="info" showIcon title={t("实施主体尚未报送。", "The implementing body has not handed it in yet.")} />
      ) : (
        <ReadReport detail={detail} />
      )}
      {steps.length > 0 && (
        <section className="panel">
          <h2>{t("办理过程", "Timeline")}</h2>
          <Timeline
            of="report-step"
            entries={steps.map((step) => ({ at: step.at, what: step.what, by: step.byName, note: step.reason })).reverse()}
          />
        </section>
      )}
    </Page>
  );
}
