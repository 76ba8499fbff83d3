import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { registers } from "../api/registers";
import { registry } from "../api/registry";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

type Choice = { value: string; label: string };

const finders: Record<"application" | "institution", (programme: string) => Promise<Choice[]>> = {
  application: async (programme) =>
    (await registry.applications({ programme, status: "recommended", limit: "200" })).items
      .filter((one) => one.programme === programme)
      .map((one) => ({ value: one.id, label: one.title ?? one.organisation })),
  institution: async (programme) =>
    (await registry.institutions({ programme, limit: "200" })).items
      .filter((one) => one.programme === programme)
      .map((one) => ({ value: one.id, label: one.name })),
};

/** An application before the group's office, or an institution. */
export function OneOf({ kind, programme }: { kind: "application" | "institution"; programme: string }) {
  const { t } = useText();
  const found = useQuery({ queryKey: ["subjects", kind, programme], queryFn: () => finders[kind](programme) });
  return <Pick label={kind === "application" ? t("申请", "Application") : t("机构", "Institution")} options={found.data} />;
}

/** A step of a register that takes a resolution, and an entry that stands before it. */
export function EntrySubject({ programme }: { programme: string }) {
  const { t } = useText();
  const pack = usePack(programme).data;
  const chosen = Form.useWatch("step") as string | undefined;
  const steps = (pack?.registers ?? []).flatMap((register) =>
    register.steps.filter((step) => step.meeting).map((step) => ({ register, step, key: `${register.name}/${step.key}` })),
  );
  const one = steps.find(({ key }) => key === chosen);
  const found = useQuery({
    queryKey: ["subjects", "entry", programme, chosen],
    enabled: !!one,
    queryFn: async () => {
      const pages = await Promise.all(
        (one?.step.from ?? []).map((state) => registers.entries(programme, one?.register.name ?? "", { state, limit: "100" })),
      );
      return pages.flatMap((page) => page.items).map((entry) => ({ value: entry.id, label: entry.title }));
    },
  });
  return (
    <>
      <Form.Item name="step" label={t("办理环节", "Step")} rules={[{ required: true }]}>
        <Select
          options={steps.map(({ register, step, key }) => ({
            value: key,
            label: `${t(register.label)} · ${t(step.label)}`,
          }))}
        />
      </Form.Item>
      <Pick label={t("登记事项", "Entry")} options={found.data} />
    </>
  );
}

function Pick({ label, options }: { label: string; options: Choice[] | undefined }) {
  return (
    <Form.Item name="id" label={label} rules={[{ required: true }]}>
      <Select showSearch={{ optionFilterProp: "label" }} options={options} />
    </Form.Item>
  );
}
