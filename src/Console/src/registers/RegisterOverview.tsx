import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { Link } from "react-router";
import { type RegisterSummary, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { Reminders } from "../reminders/Reminders";
import { Cited } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { usePack, useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { PushList } from "./PushList";
import { stateText } from "./words";

/** What each programme keeps beside its institutions. */
export function RegisterOverview() {
  const { t } = useText();
  const { options, loading } = useProgrammes();
  return (
    <Page
      title={t("登记册", "Registers")}
      lead={t(
        "各项目政策要求登记、备案的事项，每册都有表单、名单、历史和导出。",
        "What each programme has on file: every register with its form, its list, its history and an export.",
      )}
    >
      {options.map(({ value }) => (
        <OfProgramme key={value} programme={value} />
      ))}
      {!loading && options.length === 0 && <Empty text={t("没有可查看的项目", "No programmes to show")} />}
      <PushList />
    </Page>
  );
}

function OfProgramme({ programme }: { programme: string }) {
  const { t } = useText();
  const pack = usePack(programme);
  const counts = useQuery({ queryKey: ["registers", programme], queryFn: () => registers.overview(programme) });
  return (
    <section className="panel">
      <Loaded query={pack}>
        {(value) => (
          <>
            <h2>{t(value.title)}</h2>
            <Reminders programme={programme} />
            {value.registers.length === 0 ? (
              <Empty text={t("本项目没有登记册", "This programme has no registers")} />
            ) : (
              <Loaded query={counts}>{({ items }) => <RegisterTable pack={value} counts={items} />}</Loaded>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function RegisterTable({ pack, counts }: { pack: Pack; counts: RegisterSummary[] }) {
  const { t } = useText();
  const of = (register: Register) => counts.find((one) => one.name === register.name);
  const about = (register: Register) => {
    const other = pack.registers.find((one) => one.name === register.about);
    return register.about === "institution" ? t("机构", "Institutions") : other ? t(other.label) : "—";
  };
  return (
    <Table<Register>
      size="small"
      rowKey="name"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={pack.registers}
      columns={[
        {
          title: t("登记册", "Register"),
          render: (_, one) => (
            <>
              <Link to={`/registers/${pack.programme}/${one.name}`}>{t(one.label)}</Link>{" "}
              {one.public && <Tag variant="filled">{t("公开", "public")}</Tag>}
            </>
          ),
        },
        { title: t("依据", "Clause"), render: (_, one) => <Cited citation={one.citation} /> },
        { title: t("关于", "About"), render: (_, one) => about(one) },
        { title: t("条目", "Entries"), align: "right", render: (_, one) => of(one)?.entries ?? 0 },
        {
          title: t("各状态", "By state"),
          render: (_, one) =>
            Object.entries(of(one)?.counts ?? {})
              .map(([state, count]) => `${t(stateText(one, state))} ${count}`)
              .join(" · "),
        },
      ]}
    />
  );
}
