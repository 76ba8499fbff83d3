import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { standing } from "../api/standing";
import type { Institution, Sanction, SanctionDecision, SanctionProposal } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { measureName, proposable } from "./measures";

/** A ground that persons find against a body (ZS-22); it waits for another person's decision. */
export function ProposeSanction({ institution }: { institution: Institution }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const grounds = (usePack(institution.programme).data?.grounds ?? []).filter(proposable);
  const ground = (name: string) => grounds.find((one) => one.name === name);
  return (
    <ActionButton<Omit<SanctionProposal, "institutionId">, Sanction>
      label={t("提出处理", "Propose a sanction")}
      danger
      disabled={grounds.length === 0}
      initial={{ foundOn: today }}
      fields={
        <>
          <Form.Item name="ground" label={t("情形", "Ground")} rules={[{ required: true }]}>
            <Select options={grounds.map((one) => ({ value: one.name, label: `${t(one.label)}（${one.citation.clauseId}）` }))} />
          </Form.Item>
          <ReasonField name="facts" label={t("事实", "Facts")} />
          <Form.Item name="foundOn" label={t("认定日期", "Found on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="authority" label={t("认定机关", "Court or authority")}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="documentNumber" label={t("认定文书文号", "Its document")}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: institution.name },
        { label: t("情形", "Ground"), value: t(ground(values.ground)?.label ?? { zh: values.ground, en: values.ground }) },
        { label: t("措施", "Measure"), value: t(measureName(ground(values.ground)?.measure ?? "—")) },
        { label: t("事实", "Facts"), value: values.facts },
      ]}
      consequence={t("由另一人决定后生效；决定前不影响机构资格。", "It takes effect once another person confirms it.")}
      act={(values, act) => standing.proposeSanction({ ...values, institutionId: institution.id }, act)}
      done={t("已提出，等待决定", "Proposed; awaiting decision")}
      onDone={(sanction) => navigate(`/sanctions/${sanction.id}`)}
    />
  );
}

export function ConfirmSanction({ sanction }: { sanction: Sanction }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<SanctionDecision, Sanction>
      label={t("作出决定", "Confirm")}
      type="primary"
      danger
      version={sanction.version}
      initial={{ decidedOn: today }}
      fields={
        <DocumentFields
          label={t("决定文号", "Decision number")}
          day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
        />
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: sanction.institutionName },
        { label: t("情形", "Ground"), value: t(sanction.groundZh, sanction.groundEn) },
        { label: t("措施", "Measure"), value: t(measureName(sanction.measure)) },
        { label: t("决定文号", "Decision"), value: `${values.documentNumber} · ${values.decidedOn}` },
      ]}
      consequence={t(
        "决定后机构资格随即变更，条款列明的单位在期限内不得申报。提出人不得作出决定。",
        "The standing changes, and exactly those whom the clause names are barred. Whoever proposed it does not decide.",
      )}
      act={(values, act) => standing.confirmSanction(sanction.id, values, act)}
      done={t("决定已作出", "Confirmed")}
    />
  );
}

export function DismissSanction({ sanction }: { sanction: Sanction }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Sanction>
      label={t("不予处理", "Dismiss")}
      version={sanction.version}
      fields={<ReasonField />}
      act={({ reason }, act) => standing.dismissSanction(sanction.id, reason, act)}
      done={t("已决定不予处理", "Dismissed")}
    />
  );
}
