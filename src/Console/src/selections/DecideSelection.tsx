import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { recognition } from "../api/recognition";
import type { Selection, SelectionDecision } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** The city's recorded decision on the proposal list, by another person; it may strike with reasons, never add (ZS-26). */
export function DecideSelection({ selection }: { selection: Selection }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const proposed = selection.entries.filter((entry) => entry.outcome === "proposed");
  const titles = (keep: (applicationId: string) => boolean) =>
    proposed
      .filter((entry) => keep(entry.applicationId))
      .map((entry) => entry.title)
      .join(t("、", ", ")) || "—";
  return (
    <ActionButton<SelectionDecision, Selection>
      label={t("审定名单", "Decide")}
      type="primary"
      version={selection.version}
      initial={{ decidedOn: today, strike: [] }}
      fields={
        <>
          <DocumentFields
            label={t("审定文号", "Decision number")}
            day={{ name: "decidedOn", label: t("审定日期", "Decided on") }}
          />
          <Strikes options={proposed.map((entry) => ({ value: entry.applicationId, label: entry.title }))} />
        </>
      }
      summary={({ documentNumber, decidedOn, strike }) => {
        const struck = (strike ?? []).map((one) => one.applicationId);
        return [
          { label: t("审定文号", "Decision"), value: documentNumber },
          { label: t("审定日期", "Decided on"), value: decidedOn },
          { label: t("列入公示", "To be posted"), value: titles((id) => !struck.includes(id)) },
          { label: t("剔除", "Struck"), value: titles((id) => struck.includes(id)) },
        ];
      }}
      consequence={t(
        "审定后方可发布公示；形成名单的人不得审定。",
        "Only then may it be posted. Whoever concluded it does not decide.",
      )}
      act={(decision, act) => recognition.decideSelection(selection.id, { ...decision, strike: decision.strike ?? [] }, act)}
      done={t("名单已审定", "Decided")}
    />
  );
}

function Strikes({ options }: { options: { value: string; label: string }[] }) {
  const { t } = useText();
  return (
    <Form.List name="strike">
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className="reason-row">
              <Form.Item name={[row.name, "applicationId"]} label={t("剔除", "Strike")} rules={[{ required: true }]}>
                <Select options={options} />
              </Form.Item>
              <Form.Item name={[row.name, "reason"]} label={t("理由", "Reason")} rules={[{ required: true, whitespace: true }]}>
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Form.Item>
              <Button
                type="text"
                aria-label={t("不剔除", "Do not strike it")}
                icon={<MinusCircleOutlined />}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} disabled={rows.length >= options.length} onClick={() => add({})}>
            {t("剔除一件", "Strike one")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
