import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { Link, useParams } from "react-router";
import { cycles, type ReportDetail } from "../api/cycles";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { usePack, useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DueDay } from "./DueDay";
import { EarlierDraftPanel } from "./EarlierDraft";
import { EditReport } from "./EditReport";
import { ExtendDeadline, ExtensionsPanel } from "./Extensions";
import { KnownFacts } from "./KnownFacts";
import { ReadReport } from "./ReadReport";
import { AcceptReport, RecallReturn, ReturnReport } from "./ReportActs";
import { ReportDifference } from "./ReportDifference";
import { ReportSheet } from "./ReportSheet";

export function ReportPage() {
  const { id = "" } = useParams();
  const report = useQuery({
    queryKey: ["periodic-report", id],
    queryFn: () => cycles.report(id),
    refetchOnWindowFocus: false,
    // What is saved as one types is not in what was fetched: whoever comes back reads it anew.
    gcTime: 0,
  });
  return <Loaded query={report}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail }: { detail: ReportDetail }) {
  const { report, steps } = detail;
  const { t } = useText();
  const { name } = useProgrammes();
  const pack = usePack(report.programme, report.to).data;
  const operator = useHasRole("operator");
  const reader = useHasRole("district-reviewer", "city-reviewer");
  const city = useHasRole("city-reviewer");
  const open = ["draft", "returned"].includes(report.status);
  const mayReturn = (report.status === "submitted" && reader) || (report.status === "accepted" && city);
  const handedIn = steps.filter((step) => step.what === "submitted").length;
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
        <>
          {city && report.status === "draft" && <ExtendDeadline detail={detail} />}
          {mayReturn && !detail.locked && <ReturnReport report={report} />}
          {detail.mayRecall && <RecallReturn report={report} />}
          {report.status === "submitted" && reader && <AcceptReport report={report} />}
          {!open && <Button onClick={() => window.print()}>{t("打印报告", "Print")}</Button>}
        </>
      }
    >
      {report.status === "returned" && returned && (
        <Alert type="warning" showIcon title={t(`退回理由：${returned.reason}`, `Returned: ${returned.reason}`)} />
      )}
      {detail.locked && (
        <Alert
          type="info"
          showIcon
          title={t(
            `${report.year}年度评价已公布，本报告已锁定，不能再修改。`,
            `The evaluation of ${report.year} is published; this report is locked.`,
          )}
        />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
            { label: t("报送期限", "Due on"), value: <DueDay report={report} /> },
            { label: t("报送日期", "Handed in"), value: report.submittedOn },
            {
              label: t("历期数据", "Trend"),
              value: <Link to={`/monitoring/trend/${report.institutionId}`}>{t("查看历期数据", "See the last spans")}</Link>,
            },
          ]}
        />
      </section>
      <ExtensionsPanel extensions={detail.extensions} />
      {operator && open && !detail.locked ? (
        <EditReport key={`${report.id}-${report.status}`} detail={detail} />
      ) : open && report.status === "draft" ? (
        <Alert type="info" showIcon title={t("实施主体尚未报送。", "The implementing body has not handed it in yet.")} />
      ) : (
        <>
          {handedIn > 1 && <ReportDifference detail={detail} />}
          <KnownFacts facts={detail.known} />
          {detail.earlierDraft && <EarlierDraftPanel draft={detail.earlierDraft} pack={pack} />}
          <ReadReport detail={detail} />
          {!open && (
            <section className="prints">
              <h2 className="prints-title">{t("报告打印件", "Printed report")}</h2>
              <ReportSheet detail={detail} />
            </section>
          )}
        </>
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
