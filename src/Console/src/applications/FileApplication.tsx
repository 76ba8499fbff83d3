import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { Link, useNavigate } from "react-router";
import { meetings, type Resolution } from "../api/meetings";
import { type CaseDecision, type Filing, routes } from "../api/routes";
import type { Application, Institution, Route } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Files the body on the register, on what its route asks for: a case-by-case decision (EO-07), a resolution of the group (SD-03). */
export function FileApplication({ application, route }: { application: Application; route: Route }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<Filing, Institution>
      label={t("备案", "File")}
      type="primary"
      version={application.version}
      initial={{ decidedOn: today, name: application.title ?? "" }}
      fields={
        <>
          {route.steps.includes("case-decision") && <CaseField application={application} />}
          {route.steps.includes("group-decision") && <ResolutionField application={application} />}
          <DocumentFields
            label={t("备案文号", "Document number")}
            day={{ name: "decidedOn", label: t("备案日期", "Filed on") }}
          />
          <Form.Item name="name" label={t("机构名称", "Name")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("机构", "Body"), value: values.name },
        { label: t("文号", "Document"), value: values.documentNumber },
        { label: t("备案日期", "Filed on"), value: values.decidedOn },
      ]}
      consequence={t(
        "备案后列入名录，并生成可查验的证书。",
        "It is on the register from then on, with a certificate that anyone can check.",
      )}
      act={(values, act) => routes.file(application.id, values, act)}
      done={t("已备案", "Filed")}
      onDone={(institution) => navigate(`/institutions/${institution.id}`)}
    />
  );
}

function CaseField({ application }: { application: Application }) {
  const { t } = useText();
  const query = { programme: application.programme, code: application.organisation, status: "confirmed", limit: "50" };
  const found = useQuery({ queryKey: ["case-decisions", query], queryFn: () => routes.caseDecisions(query) });
  const usable = (found.data?.items ?? []).filter((one: CaseDecision) => !one.applicationId);
  return (
    <Form.Item
      name="caseDecisionId"
      label={t("所依据的一事一议决定", "The decision it rests on")}
      extra={
        usable.length === 0 && (
          <Link to="/case-decisions">
            {t("先登记并由另一人确认一事一议决定", "Record one first; another person confirms it")}
          </Link>
        )
      }
      rules={[{ required: true }]}
    >
      <Select options={usable.map((one) => ({ value: one.id, label: `${one.documentNumber} · ${one.decidedOn}` }))} />
    </Form.Item>
  );
}

function ResolutionField({ application }: { application: Application }) {
  const { t } = useText();
  const query = { subject: application.id, limit: "50" };
  const found = useQuery({ queryKey: ["resolutions", query], queryFn: () => meetings.resolutions(query) });
  const carried: Resolution[] = found.data?.items ?? [];
  return (
    <Form.Item
      name="resolutionId"
      label={t("所依据的领导小组决议", "The group's resolution")}
      extra={
        carried.length === 0 && (
          <Link to="/meetings">
            {t("先由领导小组会议审议通过并确认纪要", "The group resolves on it first, in confirmed minutes")}
          </Link>
        )
      }
      rules={[{ required: true }]}
    >
      <Select options={carried.map((one) => ({ value: one.id, label: `${one.documentNumber} · ${one.heldOn}` }))} />
    </Form.Item>
  );
}
