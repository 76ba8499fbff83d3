import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { registry } from "../api/registry";
import type { Application, ApplicationStep } from "../api/types";
import { Examination } from "../examination/Examination";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AtAGlance } from "./AtAGlance";
import { CityDecision } from "./CityDecision";
import { Difference } from "./Difference";
import { DistrictDecision } from "./DistrictDecision";
import { EditApplication } from "./EditApplication";
import { ReadApplication } from "./ReadApplication";
import { WithdrawApplication } from "./WithdrawApplication";

const editable = ["draft", "returned"];

export function ApplicationPage() {
  const { t } = useText();
  const { id = "" } = useParams();
  const { name } = useProgrammes();
  const operator = useHasRole("operator");
  const application = useQuery({
    queryKey: ["application", id],
    queryFn: () => registry.application(id),
    refetchOnWindowFocus: false,
    // What is saved as one types is not in what was fetched: whoever comes back reads it anew.
    gcTime: 0,
  });
  return (
    <Loaded query={application}>
      {({ value, etag }) => (
        <Page
          title={value.title || t("新申报", "New application")}
          parent={{ to: "/applications", name: t("申报", "Applications") }}
          status={<Status value={value.status} of="application" />}
          lead={name(value.programme)}
          actions={<Acts application={value} />}
        >
          <div className="columns">
            <div>
              {value.round > 1 && value.status !== "returned" && <Difference application={value} />}
              {value.examination.length > 0 && <Examination application={value} />}
              {operator && editable.includes(value.status) ? (
                <EditApplication key={value.id} start={{ value, etag }} reload={async () => (await application.refetch()).data} />
              ) : (
                <ReadApplication application={value} />
              )}
            </div>
            <aside>
              <AtAGlance application={value} />
              <section className="panel">
                <h2>{t("办理进程", "Timeline")}</h2>
                <Timeline of="application-step" entries={value.timeline.map(entryOf).reverse()} />
              </section>
            </aside>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function entryOf(step: ApplicationStep) {
  const document = [step.documentNumber, step.documentDate].filter(Boolean).join(" · ");
  const reasons = step.fieldReasons.map((given) => given.reason);
  return {
    at: step.at,
    what: step.kind,
    by: step.forName ? `${step.actorName}（代 ${step.forName}）` : step.actorName,
    clause: step.clause,
    note: [document, step.reason, ...reasons].filter(Boolean).join("\n"),
  };
}

function Acts({ application }: { application: Application }) {
  const district = useHasRole("district-reviewer") && ["submitted", "resubmitted"].includes(application.status);
  const city = useHasRole("city-reviewer") && application.status === "recommended";
  const mine =
    useHasRole("operator") && ["draft", "returned", "submitted", "resubmitted", "recommended"].includes(application.status);
  return (
    <>
      {district && <DistrictDecision application={application} />}
      {city && <CityDecision application={application} />}
      {mine && <WithdrawApplication application={application} />}
    </>
  );
}
