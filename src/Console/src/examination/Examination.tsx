import { Form, Radio } from "antd";
import { registry } from "../api/registry";
import type { Application, Finding } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { instant } from "../shared/figures";
import { ReasonField } from "../shared/ReasonField";
import { useRoleLabel } from "../shared/roleLabel";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { SheetFigures } from "./SheetFigures";

/** Each condition of the guide: met, not met or for a person to find, with its figures, its clause and the person's answer (ZS-09…12). */
export function Examination({ application }: { application: Application }) {
  const { t } = useText();
  const answers = useMayAnswer(application);
  return (
    <section className="panel">
      <h2>{t("认定条件", "Conditions")}</h2>
      <ul className="findings">
        {application.examination.map((finding) => (
          <li key={finding.condition}>
            <div className="finding-head">
              <strong>{t(finding.label)}</strong> <Clause id={finding.clause} quote={finding.quote} />
              <Status value={finding.verdict} />
            </div>
            {finding.message && finding.verdict !== "met" && <p className="secondary">{t(finding.message)}</p>}
            <SheetFigures sheet={finding.sheet} programme={application.programme} />
            <Answer finding={finding} programme={application.programme} />
            {answers && finding.verdict === "needs-person" && <AnswerCondition application={application} finding={finding} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The county's reviewer while the application is with the county, the city's afterwards. */
function useMayAnswer({ status }: Application) {
  const district = useHasRole("district-reviewer");
  const city = useHasRole("city-reviewer");
  return (
    (district && ["submitted", "resubmitted"].includes(status)) ||
    (city && ["recommended", "under-review", "proposed", "on-notice"].includes(status))
  );
}

function Answer({ finding: { answer, verdict }, programme }: { finding: Finding; programme: string }) {
  const { t } = useText();
  const role = useRoleLabel(programme);
  if (!answer) {
    return verdict === "needs-person" ? (
      <p className="secondary">{t("尚待人工认定。", "A person has not answered yet.")}</p>
    ) : null;
  }
  return (
    <p>
      {t("人工认定：", "A person found: ")}
      <Status value={answer.met ? "met" : "not-met"} /> {answer.reason}{" "}
      <span className="secondary">{[answer.by, role(answer.role), instant(answer.at)].join(" · ")}</span>
    </p>
  );
}

function AnswerCondition({ application, finding }: { application: Application; finding: Finding }) {
  const { t } = useText();
  return (
    <ActionButton<{ met: boolean; reason: string }, Application>
      label={finding.answer ? t("重新认定", "Answer again") : t("认定", "Answer")}
      title={t(finding.label)}
      size="small"
      version={application.version}
      fields={
        <>
          <Form.Item name="met" label={t("是否符合", "Is it met")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: true, label: t("符合", "Met") },
                { value: false, label: t("不符合", "Not met") },
              ]}
            />
          </Form.Item>
          <ReasonField label={t("认定理由", "Reasons")} />
        </>
      }
      act={(answer, act) => registry.answerCondition(application.id, finding.condition, answer, act)}
      done={t("已记录认定", "Recorded")}
    />
  );
}
