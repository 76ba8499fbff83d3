import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { funding } from "../api/funding";
import { formatYuan } from "../shared/money";
import { useText } from "../shell/text";

/** The body's advances that are approved and in no run yet: from one of them is withheld. */
export function OffsetPayment({ institutionId }: { institutionId: string }) {
  const { t } = useText();
  const approved = useQuery({
    queryKey: ["advances", "to-offset", institutionId],
    queryFn: () => funding.advances({ institution: institutionId, status: "approved", limit: "100" }),
  });
  const open = (approved.data?.items ?? []).filter((one) => !one.paymentRunId);
  return (
    <Form.Item name="paymentId" label={t("从哪笔预拨抵扣", "From which advance")} rules={[{ required: true }]}>
      <Select
        loading={approved.isPending}
        notFoundContent={t("没有已复核、未汇集的预拨", "No approved advance outside a run")}
        options={open.map((one) => ({
          value: one.id,
          label: `${one.fiscalYear} · ${one.allotmentNumber} · ${formatYuan(one.amountFen)}`,
        }))}
      />
    </Form.Item>
  );
}
