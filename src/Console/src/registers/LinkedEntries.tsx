import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { Cited } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { useText } from "../shell/text";
import { entryAddress, entryColumns } from "./entryColumns";
import { StartEntry } from "./StartEntry";

type LinkedProps = {
  /** The institution or entry that they are about. */
  about: string;
  pack: Pack;
  registers: Register[];
  /** The day on which they hold; today where none is given. */
  on?: string;
};

/** How many are shown before the list itself is the better place. */
const shown = 10;

/** The entries of other registers that are about one institution or entry. */
export function LinkedEntries({ about, pack, registers: kept, on }: LinkedProps) {
  return kept.map((register) => <OfRegister key={register.name} about={about} pack={pack} register={register} on={on} />);
}

function OfRegister({ about, pack, register, on }: Omit<LinkedProps, "registers"> & { register: Register }) {
  const { t, language } = useText();
  const query = { about, on, limit: String(shown) };
  const entries = useQuery({
    queryKey: ["entries", pack.programme, register.name, query],
    queryFn: () => registers.entries(pack.programme, register.name, query),
  });
  const all = `/registers/${pack.programme}/${register.name}?${new URLSearchParams({ about, ...(on && { on }) })}`;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {t(register.label)} <Cited citation={register.citation} />
        </h2>
        <StartEntry pack={pack} register={register} aboutId={about} size="small" />
      </div>
      <Loaded query={entries}>
        {({ items, next }) => (
          <>
            <Table
              size="small"
              rowKey="id"
              pagination={false}
              scroll={{ x: "max-content" }}
              dataSource={items}
              locale={{ emptyText: <Empty text={t("没有条目", "No entries")} /> }}
              columns={entryColumns(register, { t, language, categories: pack.categories }, entryAddress)}
            />
            {next && <Link to={all}>{t("查看全部", "All of them")}</Link>}
          </>
        )}
      </Loaded>
    </section>
  );
}
