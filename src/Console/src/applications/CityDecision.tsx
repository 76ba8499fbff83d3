import { Form, Input } from "antd";
import { Link, useNavigate } from "react-router";
import { registry } from "../api/registry";
import type { Application, ConstructionEntry, Institution } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { FileApplication } from "./FileApplication";

/** What the city does with a recommended application: enter it as under construction (ZS-30), file it (EO-07), review it (ZS-15), as its route says, or refuse it. */
export function CityDecision({ application }: { application: Application }) {
  const { t } = useText();
  const route = usePack(application.programme).data?.routes.find((one) => one.name === application.route);
  return (
    <>
      <Refuse application={application} />
      {route?.steps.includes("construction-entry") && <EnterConstruction application={application} />}
      {route?.steps.includes("filing") && <FileApplication application={application} route={route} />}
      {route?.steps.includes("expert-review") && (
        <Link className="link-button" to={`/selections/new?pick=${application.id}`}>
          {t("组织评审", "Open a selection")}
        </Link>
      )}
    </>
  );
}

function Refuse({ application }: { application: Application }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Application>
      label={t("不予通过", "Refuse")}
      danger
      version={application.version}
      fields={<ReasonField label={t("理由（告知申报主体）", "Reason (told to the applicant)")} />}
      act={({ reason }, act) => registry.refuseApplication(application.id, reason, act)}
      done={t("已决定不予通过", "Refused")}
    />
  );
}

function EnterConstruction({ application }: { application: Application }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<ConstructionEntry, Institution>
      label={t("列入建设", "Enter as under construction")}
      type="primary"
      version={application.version}
      initial={{ decidedOn: today, projectName: application.title ?? "" }}
      fields={
        <>
          <DocumentFields
            label={t("决定文号", "Decision number")}
            day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
          />
          <Form.Item name="projectName" label={t("建设项目名称", "Project name")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("项目名称", "Project"), value: values.projectName },
        { label: t("决定文号", "Decision"), value: values.documentNumber },
        { label: t("决定日期", "Decided on"), value: values.decidedOn },
      ]}
      consequence={t(
        "列入后即可先行拨付，并开始计算认定期限。",
        "It may then be paid in advance, and its clock towards recognition runs.",
      )}
      act={(values, act) => registry.enterConstruction(application.id, values, act)}
      done={t("已列入建设", "Entered as under construction")}
      onDone={(institution) => navigate(`/institutions/${institution.id}`)}
    />
  );
}
