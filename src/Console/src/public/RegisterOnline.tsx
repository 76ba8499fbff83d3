import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { open, type PublicEntry, type PublicRegister } from "../api/open";
import { State } from "../registers/State";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { answerText } from "../shared/packForm/answerText";
import { NotFound } from "../shell/NotFound";
import { useText } from "../shell/text";

/** One public register of a programme: what its list shows, nothing more. */
export function RegisterOnline() {
  const { programme, register } = useParams();
  const all = useQuery({ queryKey: ["public-registers"], queryFn: open.registers, staleTime: 60_000 });
  return (
    <Loaded query={all}>
      {({ items }) => {
        const found = items.find((one) => one.programme === programme && one.name === register);
        return found ? <Entries key={found.name} register={found} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Entries({ register }: { register: PublicRegister }) {
  const { t, language } = useText();
  const named = (options: { key: string; label: { zh: string; en: string } }[]) =>
    options.map(({ key, label }) => ({ value: key, label: t(label) }));
  return (
    <Page
      title={t(register.label)}
      parent={{ to: "/public/registers", name: t("公开登记", "Public registers") }}
      status={<Clause id={register.clause} quote={register.quote} source="law" />}
      lead={t(register.title)}
    >
      <FilterTable<PublicEntry>
        of={`public ${register.programme} ${register.name}`}
        fetchPage={(query) => open.entries(register.programme, register.name, query)}
        rowKey="id"
        emptyText={t("没有符合条件的条目", "No entries match")}
        filters={[
          { name: "q", label: t("查找", "Search") },
          { name: "on", label: t("截至某日", "As of"), day: true },
          ...register.columns
            .filter((field) => register.filters.includes(field.name) && field.options.length > 0)
            .map((field) => ({ name: field.name, label: t(field.label), options: named(field.options) })),
        ]}
        columns={[
          { title: t("编号", "No."), align: "right" as const, render: (_, row) => row.number ?? "—" },
          ...register.columns.map((field) => ({
            title: t(field.label),
            render: (_: unknown, row: PublicEntry) =>
              answerText(field, row.columns[field.name], { language, categories: field.options, names: row.names }),
          })),
          { title: t("自", "From"), render: (_, row) => row.from ?? "—" },
          { title: t("至", "Until"), render: (_, row) => row.until ?? "—" },
          { title: t("状态", "State"), render: (_, row) => <State register={register} state={row.state} /> },
        ]}
      />
    </Page>
  );
}
