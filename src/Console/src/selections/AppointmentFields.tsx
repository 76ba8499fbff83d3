import { Form, Select } from "antd";
import type { Appointment } from "../api/types";
import { useEnrolledExperts } from "../experts/useEnrolledExperts";
import { NumberField } from "../shared/NumberField";
import { useCategories } from "../shared/useCategories";
import { useText } from "../shell/text";

export type Appointing = { named?: string[]; count?: number | null; field?: string };

/** What a form says as the service reads it. */
export const appointment = ({ named = [], count, field }: Appointing): Appointment => ({
  experts: named.length > 0 ? named.map((expertId) => ({ expertId })) : undefined,
  draw: count ? { count, field: field || undefined } : undefined,
});

/** Experts by name, by lot, or both. */
export function AppointmentFields({ taken }: { taken: Set<string> }) {
  const { t } = useText();
  const enrolled = useEnrolledExperts();
  const free = (enrolled.data ?? []).filter((expert) => !taken.has(expert.id));
  return (
    <>
      <Form.Item name="named" label={t("指定专家", "By name")}>
        <Select
          mode="multiple"
          loading={enrolled.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={free.map((one) => ({ value: one.id, label: [one.name, one.organisationName].filter(Boolean).join(" · ") }))}
        />
      </Form.Item>
      <DrawFields />
    </>
  );
}

/** How many to draw by lot, and among whom. */
export function DrawFields() {
  const { t } = useText();
  const categories = useCategories();
  return (
    <>
      <NumberField
        name="count"
        label={t("随机抽取人数", "How many by lot")}
        extra={t(
          "由平台随机抽取，与申报有利害关系的专家不参加抽取；种子和备选名单公开留存，可复核。",
          "Drawn by the platform; who has a stake is left out. Seed and pool are kept and shown.",
        )}
        min={1}
        max={50}
        optional
      />
      <Form.Item name="field" label={t("限定熟悉领域", "Only who know")}>
        <Select allowClear options={categories.options} placeholder={t("不限", "Any field")} />
      </Form.Item>
    </>
  );
}
