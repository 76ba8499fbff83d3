import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { recognition } from "../api/recognition";
import type { Selection } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";

/** More experts for a selection that runs: where recusals have left too few (ZS-15). */
export function AppointExperts({ selection }: { selection: Selection }) {
  const { t } = useText();
  const enrolled = useQuery({ queryKey: ["experts", "all"], queryFn: () => recognition.experts({ limit: "200" }) });
  const appointed = new Set(selection.entries.flatMap((entry) => entry.sheets.map((sheet) => sheet.expertId)));
  const free = (enrolled.data?.items ?? []).filter((expert) => !appointed.has(expert.id));
  return (
    <ActionButton<{ experts: string[] }, Selection>
      label={t("增聘专家", "Appoint experts")}
      disabled={free.length === 0}
      version={selection.version}
      fields={
        <Form.Item name="experts" label={t("专家", "Experts")} rules={[{ required: true }]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            options={free.map((one) => ({ value: one.id, label: [one.name, one.organisationName].filter(Boolean).join(" · ") }))}
          />
        </Form.Item>
      }
      act={({ experts }, act) => recognition.appoint(selection.id, experts, act)}
      done={t("已增聘", "Appointed")}
    />
  );
}
