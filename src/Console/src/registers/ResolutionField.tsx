import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { registers } from "../api/registers";
import { useText } from "../shell/text";

/** The leading group's resolution that a step rests on (SD-03): one about this very entry. */
export function ResolutionField({ subjectId }: { subjectId: string }) {
  const { t } = useText();
  const resolutions = useQuery({ queryKey: ["resolutions", subjectId], queryFn: () => registers.resolutions(subjectId) });
  return (
    <Form.Item
      name="resolutionId"
      label={t("领导小组决议", "Resolution of the leading group")}
      rules={[{ required: true }]}
      extra={t("只列出已确认的会议纪要中就本条目通过的决议。", "Those on this entry that were carried, in confirmed minutes.")}
    >
      <Select
        loading={resolutions.isPending}
        notFoundContent={t("还没有关于本条目的决议", "No resolution about this entry yet")}
        options={(resolutions.data?.items ?? []).map((one) => ({
          value: one.id,
          label: `${one.documentNumber} · ${one.heldOn}`,
        }))}
      />
    </Form.Item>
  );
}
