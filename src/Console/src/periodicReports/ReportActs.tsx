import { Button, Form, Input, Select, Space } from "antd";
import { cycles, type FieldReason } from "../api/cycles";
import { reporting } from "../api/reporting";
import type { PeriodicReport, PeriodicReportDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

type Returning = { reason: string; fields?: FieldReason[] };

/** Back to the body, with a reason for the whole and for whatever has to be mended. */
export function ReturnReport({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  const pack = usePack(report.programme, report.to).data;
  const options = [...(pack?.sections ?? []), ...(pack?.indicators ?? [])].map(({ name, label }) => ({
    value: name,
    label: t(label),
  }));
  return (
    <ActionButton<Returning, PeriodicReportDetail>
      label={t("退回", "Return")}
      version={report.version}
      fields={
        <>
          <ReasonField label={t("退回理由", "Why")} />
          <Form.List name="fields">
            {(rows, { add, remove }) => (
              <>
                {rows.map((row) => (
                  <Space key={row.key} align="start" wrap>
                    <Form.Item name={[row.name, "field"]} rules={[{ required: true }]}>
                      <Select
                        aria-label={t("需补正的内容", "What to mend")}
                        placeholder={t("需补正的内容", "What to mend")}
                        popupMatchSelectWidth={false}
                        options={options}
                      />
                    </Form.Item>
                    <Form.Item name={[row.name, "reason"]} rules={[{ required: true, whitespace: true }]}>
                      <Input
                        aria-label={t("该项理由", "Why this one")}
                        placeholder={t("该项理由", "Why this one")}
                        maxLength={2000}
                      />
                    </Form.Item>
                    <Button onClick={() => remove(row.name)}>{t("删除", "Remove")}</Button>
                  </Space>
                ))}
                <Button onClick={() => add()}>{t("逐项说明", "Name an item")}</Button>
              </>
            )}
          </Form.List>
        </>
      }
      act={({ reason, fields }, act) => cycles.returnReport(report.id, reason, fields ?? [], act)}
      done={t("已退回", "Returned")}
    />
  );
}

/** The return is taken back, where nobody answers it: what was handed in stands. */
export function RecallReturn({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  return (
    <ActionButton<object, PeriodicReportDetail>
      label={t("收回退回", "Take the return back")}
      version={report.version}
      summary={() => [{ label: t("机构", "Institution"), value: report.institutionName }]}
      consequence={t(
        "恢复为退回前报送的内容；其后填写的内容留存备查。",
        "It stands as it was handed in; what was written since is kept on record.",
      )}
      act={(_, act) => cycles.recallReturn(report.id, act)}
      done={t("已收回", "Taken back")}
    />
  );
}

export function AcceptReport({ report }: { report: PeriodicReport }) {
  const { t } = useText();
  return (
    <ActionButton<object, PeriodicReportDetail>
      label={t("接收", "Accept")}
      type="primary"
      version={report.version}
      summary={() => [
        { label: t("机构", "Institution"), value: report.institutionName },
        { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
        { label: t("报送日期", "Handed in"), value: report.submittedOn },
      ]}
      act={(_, act) => reporting.acceptReport(report.id, act)}
      done={t("已接收", "Accepted")}
    />
  );
}
