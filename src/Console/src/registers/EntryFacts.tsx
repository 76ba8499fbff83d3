import { Link, useSearchParams } from "react-router";
import type { Entry } from "../api/registers";
import type { Register } from "../api/types";
import { District } from "../places/District";
import { DayInput } from "../shared/DayInput";
import { linkAddress } from "../shared/packForm/links";
import { Summary } from "../shared/Summary";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Where an entry stands, whose it is and what it is about. */
export function EntryFacts({ entry, register }: { entry: Entry; register: Register }) {
  const { t } = useText();
  const about = entry.aboutInstitutionId ?? entry.aboutEntryId;
  return (
    <section className="panel">
      <h2>{t("概况", "At a glance")}</h2>
      <Summary
        facts={[
          { label: t("编号", "No."), value: entry.number },
          !!about && {
            label: t("关于", "About"),
            value: <Link to={linkAddress(register.about ?? "", about)}>{entry.names[about] ?? about}</Link>,
          },
          !!entry.organisation && { label: t("单位代码", "Code"), value: <code>{entry.organisation}</code> },
          !!entry.district && { label: t("县区", "District"), value: <District code={entry.district} /> },
          !!entry.from && { label: t("自", "From"), value: entry.from },
          !!entry.until && { label: t("至", "Until"), value: entry.until },
          !!entry.endedOn && { label: t("终结日", "Ended on"), value: entry.endedOn },
          entry.state !== "draft" && { label: t("查看日期", "Shown as of"), value: <AsOf day={entry.on} /> },
        ]}
      />
    </section>
  );
}

/** The day stands in the address: yesterday's state can be sent to a colleague. */
function AsOf({ day }: { day: string }) {
  const { today } = useBusinessDate();
  const [, setAddress] = useSearchParams();
  return <DayInput value={day} onChange={(next) => setAddress(next && next !== today ? { on: next } : {})} />;
}
