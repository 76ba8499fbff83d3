import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { everyPage } from "../api/everyPage";
import { registers } from "../api/registers";
import { registry } from "../api/registry";
import { titleText } from "../registers/words";
import { usePack } from "../shared/programmes";
import { useText } from "../shell/text";

type Choice = { value: string; label: string };

const finders: Record<"application" | "institution", (programme: string) => Promise<Choice[]>> = {
  application: async (programme) =>
    (await everyPage(registry.applications, { programme, status: "recommended" }))
      .filter((one) => one.programme === programme)
      .map((one) => ({ value: one.id, label: one.title ?? one.organisation })),
  institution: async (programme) =>
    (await everyPage(registry.institutions, { programme }))
      .filter((one) => one.programme === programme)
      .map((one) => ({ value: one.id, label: one.name })),
};

/** An application before the group's office, or an institution. */
export function OneOf({ kind, programme }: { kind: "application" | "institution"; programme: string }) {
  const { t } = useText();
  const found = useQuery({ queryKey: ["subjects", kind, programme], queryFn: () => finders[kind](programme) });
  return <Pick label={kind === "application" ? t("申请", "Application") : t("机构", "Institution")} found={found} />;
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
      if (!one) {
        return [];
      }
      const { step, register } = one;
      const entries = (query: Record<string, string | undefined>) => registers.entries(programme, register.name, query);
      const found = await Promise.all(step.from.map((state) => everyPage(entries, { state })));
      return found
        .flat()
        .map((entry) => ({ value: entry.id, label: t(titleText(register, entry.title, pack?.categories ?? [])) }));
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
      <Pick label={t("登记事项", "Entry")} found={found} />
    </>
  );
}

function Pick({ label, found }: { label: string; found: { data?: Choice[]; isFetching: boolean } }) {
  const { t } = useText();
  return (
    <Form.Item name="id" label={label} rules={[{ required: true }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        loading={found.isFetching}
        notFoundContent={found.isFetching ? t("正在查找…", "Searching…") : t("没有可选的", "Nothing to choose")}
        options={found.data}
      />
    </Form.Item>
  );
}
