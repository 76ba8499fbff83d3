import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router";
import { type ReminderRow, reminders } from "../api/reminders";
import type { Pack, Reminder } from "../api/types";
import { District } from "../places/District";
import { entryAddress } from "../registers/entryColumns";
import { Cited } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { usePack } from "../shared/programmes";
import { NotFound } from "../shell/NotFound";
import { useText } from "../shell/text";

/** Whom or what one reminder is about today. */
export function ReminderList() {
  const { programme = "", reminder = "" } = useParams();
  const pack = usePack(programme);
  return (
    <Loaded query={pack}>
      {(value) => {
        const found = value.reminders.find((one) => one.name === reminder);
        return found ? <Rows key={found.name} pack={value} reminder={found} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Rows({ pack, reminder }: { pack: Pack; reminder: Reminder }) {
  const { t } = useText();
  const about = useSearchParams()[0].get("about") ?? undefined;
  const year = useYear(pack.programme, reminder.name);
  const register = pack.registers.find((one) => one.name === reminder.register);
  // What is about the row's own body or entry is entered from there; what goes by a code, in the register itself.
  const remedy = (row: ReminderRow) =>
    `/registers/${pack.programme}/${reminder.register}${register?.about === reminder.of ? `?${new URLSearchParams({ about: row.id })}` : ""}`;
  return (
    <Page
      title={`${t(reminder.label)}${year ? ` · ${year}` : ""}`}
      parent={{ to: "/registers", name: t("登记册", "Registers") }}
      status={<Cited citation={reminder.citation} />}
      lead={t(
        "按登记册当日情况即时得出，仅作提醒；补登或办理后自动消失。",
        "Drawn from the registers as they stand today. It only reminds, and goes once the entry is made or moved on.",
      )}
    >
      <FilterTable<ReminderRow>
        of={`reminders ${pack.programme} ${reminder.name}`}
        fetchPage={(query) => reminders.rows(pack.programme, reminder.name, query)}
        rowKey="id"
        emptyText={t("没有需要提醒的事项", "Nothing to remind of")}
        fixed={{ about }}
        columns={[
          { title: t("对象", "About"), render: (_, row) => <Subject row={row} /> },
          {
            title: t("县区", "District"),
            render: (_, row) => (row.district ? <District code={row.district} /> : "—"),
          },
          ...(reminder.kind === "overdue"
            ? [{ title: t("起算日", "Since"), render: (_: unknown, row: ReminderRow) => row.since ?? "—" }]
            : []),
          ...(reminder.kind === "overdue" || reminder.turn
            ? [{ title: t("最后一日", "Last day"), render: (_: unknown, row: ReminderRow) => row.lastDay ?? "—" }]
            : []),
          ...(reminder.kind === "missing" && register
            ? [
                {
                  title: t("办理", "To do"),
                  render: (_: unknown, row: ReminderRow) => <Link to={remedy(row)}>{t(register.label)}</Link>,
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}

function Subject({ row }: { row: ReminderRow }) {
  const { t } = useText();
  const name = `${row.number === null ? "" : `${row.number} `}${row.title || t("（未命名）", "(untitled)")}`;
  const to = row.register ? entryAddress(row) : `/institutions/${row.id}`;
  return row.opens ? <Link to={to}>{name}</Link> : name;
}

/** The year that is asked for, where it is year by year. */
function useYear(programme: string, name: string) {
  const all = useQuery({ queryKey: ["reminders", programme, undefined], queryFn: () => reminders.all({ programme }) });
  return all.data?.items.find((one) => one.name === name)?.year;
}
