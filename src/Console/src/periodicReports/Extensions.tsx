import { Form } from "antd";
import { cycles, type Extending, type Extension, type ReportDetail } from "../api/cycles";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { instant } from "../shared/figures";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The city records the decision that gives one body longer (EO-09), until its miss is confirmed (EO-12). */
export function ExtendDeadline({ detail: { report, extensions, missConfirmed } }: { detail: ReportDetail }) {
  const { t } = useText();
  return (
    <ActionButton<Extending, Extension>
      label={t("延长期限", "Extend the deadline")}
      barred={
        missConfirmed
          ? t("已确认为未报送，不能再延长", "It is confirmed as missing; its deadline is not extended any more")
          : extensions.some((one) => one.status === "proposed") &&
            t("已有延期待确认", "An extension waits for its confirmation already")
      }
      title={t(`延长“${report.institutionName}”的报送期限`, `Extend the deadline of ${report.institutionName}`)}
      fields={
        <>
          <Form.Item
            name="until"
            label={t(`新的期限（现为 ${report.dueOn}）`, `New last day (now ${report.dueOn})`)}
            rules={[{ required: true }]}
          >
            <DayInput />
          </Form.Item>
          <DocumentFields label={t("决定文号", "Decision")} day={{ name: "decidedOn", label: t("决定日期", "Decided on") }} />
          <ReasonField label={t("延期理由", "Why")} />
        </>
      }
      consequence={t("由另一人确认后生效。", "It takes effect once another person confirms it.")}
      act={(extension, act) => cycles.extend(report.id, extension, act)}
      done={t("已登记，待另一人确认", "Recorded; another person confirms it")}
    />
  );
}

/** The extensions of a report, each with its decision. */
export function ExtensionsPanel({ extensions }: { extensions: Extension[] }) {
  const { t } = useText();
  if (extensions.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <h2>{t("报送期限的延长", "Extensions")}</h2>
      {extensions.map((one) => (
        <article key={one.id}>
          <Summary
            columns={2}
            facts={[
              { label: t("期限", "Deadline"), value: `${one.from} → ${one.until}` },
              { label: t("状态", "Status"), value: <Status value={one.status} of="recorded-decision" /> },
              { label: t("决定", "Decision"), value: `${one.documentNumber} · ${one.decidedOn}` },
              { label: t("理由", "Why"), value: one.reason },
              { label: t("登记", "Recorded by"), value: `${one.proposedByName} · ${instant(one.proposedAt)}` },
              one.confirmedByName
                ? { label: t("确认", "Confirmed by"), value: `${one.confirmedByName} · ${instant(one.confirmedAt)}` }
                : { label: t("办理", "To do"), value: <ExtensionActs extension={one} /> },
            ]}
          />
        </article>
      ))}
    </section>
  );
}

function ExtensionActs({ extension }: { extension: Extension }) {
  const { t } = useText();
  const [city, leader] = [useHasRole("city-reviewer"), useHasRole("leader")];
  return (
    <>
      {(city || leader) && (
        <ActionButton<object, Extension>
          label={t("确认延期", "Confirm the extension")}
          size="small"
          type="primary"
          barred={extension.own && t("由您登记，须由另一人确认", "You recorded it; another person confirms it")}
          version={extension.version}
          summary={() => [
            { label: t("新的期限", "New last day"), value: extension.until },
            { label: t("决定", "Decision"), value: extension.documentNumber },
          ]}
          act={(_, act) => cycles.confirmExtension(extension.id, act)}
          done={t("已确认", "Confirmed")}
        />
      )}
      {city && (
        <ActionButton<object, Extension>
          label={t("撤销登记", "Strike")}
          size="small"
          version={extension.version}
          summary={() => [{ label: t("决定", "Decision"), value: extension.documentNumber }]}
          act={(_, act) => cycles.strikeExtension(extension.id, act)}
          done={t("已撤销", "Struck")}
        />
      )}
    </>
  );
}
