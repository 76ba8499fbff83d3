import { Form, Radio } from "antd";
import { recognition } from "../api/recognition";
import type { Objection, ObjectionDecision } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { instant } from "../shared/figures";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** An objection, verified by one person and decided by another (ZS-16). Who objected stays within the bureau. */
export function ObjectionPanel({ objection, subject }: { objection: Objection; subject: string }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  return (
    <article className="case">
      <h3>
        {subject} <Status value={objection.status} of="objection" />
      </h3>
      <Summary
        columns={2}
        facts={[
          { label: t("回执号", "Receipt"), value: <code>{objection.receiptNumber}</code> },
          { label: t("收到", "Received"), value: instant(objection.receivedAt) },
          { label: t("异议人", "Objector"), value: objection.name },
          { label: t("联系方式", "Contact"), value: objection.contact },
          { label: t("异议内容", "Statement"), value: objection.statement },
          objection.findings !== null && {
            label: t("核实情况", "Findings"),
            value: `${objection.findings} （${objection.verifiedByName}）`,
          },
          objection.reason !== null && {
            label: t("处理决定", "Decision"),
            value: `${objection.reason} （${objection.decidedByName}）`,
          },
        ]}
      />
      <div className="case-acts">
        {city && objection.status === "received" && <Verify objection={objection} />}
        {city && objection.status === "verified" && <Decide objection={objection} />}
      </div>
    </article>
  );
}

function Verify({ objection }: { objection: Objection }) {
  const { t } = useText();
  return (
    <ActionButton<{ findings: string }, Objection>
      label={t("登记核实情况", "Record findings")}
      type="primary"
      version={objection.version}
      fields={<ReasonField name="findings" label={t("核实情况", "Findings")} />}
      act={({ findings }, act) => recognition.verifyObjection(objection.id, findings, act)}
      done={t("已核实，等待另一人作出决定", "Verified; another person decides")}
    />
  );
}

function Decide({ objection }: { objection: Objection }) {
  const { t } = useText();
  const upheld = (value: boolean) => (value ? t("异议成立", "Upheld") : t("异议不成立", "Rejected"));
  return (
    <ActionButton<ObjectionDecision, Objection>
      label={t("处理异议", "Decide")}
      type="primary"
      version={objection.version}
      fields={
        <>
          <Form.Item name="upheld" label={t("决定", "Decision")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: false, label: upheld(false) },
                { value: true, label: upheld(true) },
              ]}
            />
          </Form.Item>
          <ReasonField />
        </>
      }
      summary={(values) => [
        { label: t("决定", "Decision"), value: upheld(values.upheld) },
        { label: t("理由", "Reason"), value: values.reason },
      ]}
      consequence={t(
        "异议成立的，该申报不予通过；不成立的，公示期满后可以发文。核实人不得作出决定。",
        "Upheld: the application is refused. Rejected: it goes on after the notice. Whoever verified it does not decide.",
      )}
      act={(decision, act) => recognition.decideObjection(objection.id, decision, act)}
      done={t("异议已处理", "Decided")}
    />
  );
}
