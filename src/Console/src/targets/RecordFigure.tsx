import { Form, Input, Radio, Select, type UploadFile } from "antd";
import { boards, type FigureRecord } from "../api/boards";
import type { Target, TargetFigure } from "../api/types";
import { usePlaces } from "../places/usePlaces";
import { ActionButton } from "../shared/ActionButton";
import { FilesField } from "../shared/FilesField";
import { MoneyInput } from "../shared/MoneyInput";
import { NumberField } from "../shared/NumberField";
import { useSendFiles } from "../shared/useSendFiles";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

type Values = Omit<FigureRecord, "programme" | "target"> & { files?: UploadFile[] };

/** The city records a year's figure with its source and evidence; a second one of the same year corrects the first (HB-01). */
export function RecordFigure({ programme, target }: { programme: string; target: Target }) {
  const { t } = useText();
  const { districts } = usePlaces();
  const sendFiles = useSendFiles();
  const thisYear = Number(useBusinessDate().today.slice(0, 4));
  return (
    <ActionButton<Values, TargetFigure>
      label={t("填报数据", "Record a figure")}
      size="small"
      title={t(`填报：${target.label.zh}`, `Record: ${target.label.en}`)}
      initial={{
        kind: target.counted ? "plan" : "actual",
        year: Math.min(thisYear - 1, Number(target.by.slice(0, 4))),
        district: target.district ?? null,
      }}
      fields={(form) => (
        <>
          <Form.Item name="kind" label={t("性质", "What it is")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: "actual", label: t("实际值", "Actual"), disabled: target.counted },
                { value: "plan", label: t("年度或分地区计划", "Plan of a year or district") },
              ]}
            />
          </Form.Item>
          <NumberField name="year" label={t("年度", "Year")} min={2000} max={2100} />
          <Form.Item name="district" label={t("地区（空为全域）", "District (none = everywhere)")}>
            <Select allowClear disabled={!!target.district} options={districts} />
          </Form.Item>
          <FigureFields target={target} />
          <Form.Item name="source" label={t("数据来源", "Source")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={400} placeholder={t("统计公报、部门来函等", "A yearbook, a letter …")} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t("更正理由（该年度已有数据时必填）", "Why it is corrected (where the year has a figure already)")}
          >
            <Input maxLength={400} onBlur={() => form.validateFields(["reason"])} />
          </Form.Item>
          <FilesField label={t("佐证材料", "Evidence")} />
        </>
      )}
      act={async ({ files, ...values }, act) => {
        const figure = await boards.recordFigure({ ...empty, ...values, ...typed(values), programme, target: target.name }, act);
        await sendFiles(files, (file) => boards.attachToFigure(figure.id, file));
        return figure;
      }}
      done={t("已记录", "Recorded")}
    />
  );
}

const empty = { district: null, value: null, amountFen: null, part: null, whole: null, reason: null };

/** What was left empty is not given. */
const typed = (values: Partial<Values>) => ({
  district: values.district || null,
  value: values.value?.trim() || null,
  reason: values.reason?.trim() || null,
});

function FigureFields({ target }: { target: Target }) {
  const { t } = useText();
  if (target.kind === "amount") {
    return (
      <Form.Item name="amountFen" label={t("金额（元）", "Amount (yuan)")} rules={[{ required: true }]}>
        <MoneyInput />
      </Form.Item>
    );
  }
  if (target.kind === "count") {
    return (
      <Form.Item name="value" label={t("数值", "Number")} rules={[{ required: true, whitespace: true }]}>
        <Input inputMode="decimal" maxLength={20} />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item name="value" label={t("百分比（或填写下面两项）", "Percentage (or the two below)")}>
        <Input inputMode="decimal" suffix="%" maxLength={20} />
      </Form.Item>
      <NumberField name="part" label={t("其中", "Part")} min={0} optional />
      <NumberField name="whole" label={t("总数", "Of all")} min={1} optional />
    </>
  );
}
