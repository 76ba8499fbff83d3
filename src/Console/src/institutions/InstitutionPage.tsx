import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { registry } from "../api/registry";
import type { Institution } from "../api/types";
import { ApplyForRecognition } from "../applications/StartApplication";
import { ReportChange } from "../changes/ReportChange";
import { OpinionsPanel } from "../opinions/OpinionsPanel";
import { PapersPanel } from "../papers/PapersPanel";
import { InstitutionRegisters } from "../registers/InstitutionRegisters";
import { Reminders } from "../reminders/Reminders";
import { ProposeSanction } from "../sanctions/SanctionActs";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes, useStep } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";
import { CasesPanel } from "./CasesPanel";
import { Facts } from "./Facts";
import { Parties } from "./Parties";
import { StandingHistory } from "./StandingHistory";
import { StandingOnDay } from "./StandingOnDay";

export function InstitutionPage() {
  const { id = "" } = useParams();
  const institution = useQuery({ queryKey: ["institution", id], queryFn: () => registry.institution(id) });
  return <Loaded query={institution}>{(value) => <Details institution={value} />}</Loaded>;
}

function Details({ institution }: { institution: Institution }) {
  const { name } = useProgrammes();
  const { t } = useText();
  const mine = useSession().organisation === institution.implementingBodyCode;
  const reviews = useHasRole("district-reviewer", "city-reviewer", "leader", "auditor");
  const parks = useHasRole("park-reviewer");
  return (
    <Page
      title={institution.name}
      parent={{ to: "/institutions", name: t("机构名录", "Institutions") }}
      status={<Status value={institution.standing} of="standing" />}
      lead={name(institution.programme)}
      actions={<Acts institution={institution} mine={mine} />}
    >
      <Facts institution={institution} />
      <Parties institution={institution} />
      <StandingHistory institution={institution} />
      <StandingOnDay id={institution.id} />
      {(mine || reviews) && (
        <>
          <PapersPanel institution={institution} mine={mine} />
          <CasesPanel institution={institution} />
        </>
      )}
      {(mine || reviews || parks) && <Reminders programme={institution.programme} about={institution.id} />}
      <InstitutionRegisters institution={institution} />
      <OpinionsPanel institution={institution} mine={mine} />
    </Page>
  );
}

function Acts({ institution, mine }: { institution: Institution; mine: boolean }) {
  const { t } = useText();
  const operator = useHasRole("operator") && mine;
  const city = useHasRole("city-reviewer");
  const seesMoney = useHasRole("finance-maker", "finance-approver", "leader", "auditor", "city-reviewer", "operator");
  const reportsChanges = useStep(institution.programme, "change") !== undefined;
  const stands = ["recognised", "filed", "under-rectification"].includes(institution.standing);
  return (
    <>
      {seesMoney && <Link to={`/accounts/${institution.id}`}>{t("资金账户", "Funding account")}</Link>}
      {institution.certificate && <Link to={`/institutions/${institution.id}/certificate`}>{t("认定证书", "Certificate")}</Link>}
      {operator && institution.standing === "under-construction" && (
        <ApplyForRecognition programme={institution.programme} institutionId={institution.id} />
      )}
      {operator && stands && reportsChanges && <ReportChange institution={institution} />}
      {city && stands && <ProposeSanction institution={institution} />}
    </>
  );
}
