import { Form, Input, type UploadFile } from "antd";
import { boards } from "../api/boards";
import type { DutyDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { FilesField } from "../shared/FilesField";
import { NumberField } from "../shared/NumberField";
import { ReasonField } from "../shared/ReasonField";
import { useSendFiles } from "../shared/useSendFiles";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

type Of = { detail: DutyDetail };

/** Sends the evidence after the entry that it proves, which is the last. */
function useEvidence() {
  const sendFiles = useSendFiles();
  return async (saved: DutyDetail, files: UploadFile[] | undefined) => {
    const entry = saved.entries.at(-1);
    await sendFiles(files, (file) => boards.attachToEntry(saved.duty.id ?? "", entry?.id ?? "", file));
    return saved;
  };
}

export function ReportProgress({ detail }: Of) {
  const { t } = useText();
  const withEvidence = useEvidence();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ text: string; percent: number | null; day: string; files?: UploadFile[] }, DutyDetail>
      label={t("报告进展", "Report progress")}
      version={detail.version}
      initial={{ day: today, percent: detail.duty.percent ?? null }}
      fields={
        <>
          <Form.Item name="text" label={t("进展情况", "What was done")} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} showCount />
          </Form.Item>
          <NumberField name="percent" label={t("完成进度（%）", "How far (%)")} min={0} max={100} optional />
          <Form.Item name="day" label={t("截至日期", "As of")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <FilesField label={t("佐证材料", "Evidence")} />
        </>
      }
      act={async ({ files, ...values }, act) =>
        withEvidence(await boards.progress(detail.duty.id ?? "", { ...values, percent: values.percent ?? null }, act), files)
      }
      done={t("已报告", "Reported")}
    />
  );
}

export function CompleteDuty({ detail }: Of) {
  const { t } = useText();
  const withEvidence = useEvidence();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ text: string; completedOn: string; files?: UploadFile[] }, DutyDetail>
      label={t("报告完成", "Report as done")}
      type="primary"
      version={detail.version}
      initial={{ completedOn: today }}
      fields={
        <>
          <Form.Item name="text" label={t("完成情况", "What was done")} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} showCount />
          </Form.Item>
          <Form.Item name="completedOn" label={t("完成日期", "Done on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <FilesField label={t("佐证材料", "Evidence")} />
        </>
      }
      act={async ({ files, ...values }, act) => withEvidence(await boards.complete(detail.duty.id ?? "", values, act), files)}
      done={t("已报告，等待确认", "Reported, to be confirmed")}
    />
  );
}

export function ConfirmDuty({ detail }: Of) {
  const { t } = useText();
  return (
    <ActionButton<object, DutyDetail>
      label={t("确认完成", "Confirm")}
      type="primary"
      version={detail.version}
      summary={() => [
        { label: t("任务", "Task"), value: t(detail.taskLabel) },
        { label: t("责任单位", "Unit"), value: t(detail.duty.label) },
        { label: t("完成日期", "Done on"), value: detail.duty.completedOn },
        { label: t("期限", "Due on"), value: detail.duty.dueOn },
      ]}
      consequence={t("确认后不能再修改。", "Nothing changes any more afterwards.")}
      act={(_, act) => boards.confirmDuty(detail.duty.id ?? "", act)}
      done={t("已确认", "Confirmed")}
    />
  );
}

export function ReturnDuty({ detail }: Of) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, DutyDetail>
      label={t("退回", "Return")}
      version={detail.version}
      fields={<ReasonField label={t("退回理由", "Why")} />}
      act={({ reason }, act) => boards.returnDuty(detail.duty.id ?? "", reason, act)}
      done={t("已退回", "Returned")}
    />
  );
}
