import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { books } from "../api/books";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { AccountTable } from "./AccountTable";
import { DayChoice, ProgrammeChoice, YearChoice } from "./Choices";
import { useAddress } from "./useAddress";

/** What every account held at the end of any day, summed from the postings. */
export function BalancesPage() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { name } = useProgrammes();
  const address = useAddress();
  const query = { on: address.get("on") ?? today, programme: address.get("programme"), year: address.get("year") };
  const balances = useQuery({ queryKey: ["balances", query], queryFn: () => books.balances(query) });
  return (
    <Page
      title={t(`科目余额（截至 ${query.on}）`, `Balances as of ${query.on}`)}
      parent={{ to: "/ledger", name: t("台账", "Ledger") }}
      lead={t(
        "由当日及以前的全部分录汇总，与当日核验结果一致。",
        "Summed from all postings up to that day, as its own evening's check saw them.",
      )}
      actions={<Button onClick={() => window.print()}>{t("打印", "Print")}</Button>}
    >
      <search className="filters no-print">
        <DayChoice address={address} name="on" label={t("截至", "As of")} value={query.on} />
        <ProgrammeChoice address={address} value={query.programme} />
        <YearChoice address={address} value={query.year} />
      </search>
      <Loaded query={balances}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t("该日没有分录", "No postings up to that day")} />
          ) : (
            items.map((year) => (
              <section className="panel" key={`${year.programme}-${year.fiscalYear}`}>
                <h2>
                  {name(year.programme)} · {year.fiscalYear}{" "}
                  <Link
                    className="no-print"
                    to={`/ledger/year-end?programme=${year.programme}&year=${year.fiscalYear}&on=${query.on}`}
                  >
                    {t("年终决算", "Year-end settlement")}
                  </Link>
                </h2>
                <AccountTable accounts={year.accounts} />
              </section>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
