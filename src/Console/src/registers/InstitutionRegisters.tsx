import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { registers } from "../api/registers";
import type { Institution } from "../api/types";
import { DayInput } from "../shared/DayInput";
import { usePack } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { LinkedEntries } from "./LinkedEntries";
import { registersAbout } from "./words";

/** What its programme keeps about an institution, as it was on any day: officers, premises, team, facilities and whatever else. */
export function InstitutionRegisters({ institution }: { institution: Institution }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const concerned = useHasRole("operator", "district-reviewer", "park-reviewer", "city-reviewer", "leader", "auditor");
  const [day, setDay] = useState<string | null>(null);
  const { id, programme } = institution;
  const pack = usePack(programme).data;
  const about = registersAbout(pack?.registers ?? [], "institution");
  const on = day ?? today;
  const counts = useQuery({
    queryKey: ["registers", programme, id, on],
    queryFn: () => registers.overview(programme, { about: id, on }),
    enabled: concerned && about.length > 0,
  });
  // A register without entries is shown to those who may make the first one.
  const shown = about.filter((register) =>
    counts.data?.items.some((one) => one.name === register.name && (one.entries > 0 || one.mayEnter)),
  );
  if (!pack || shown.length === 0) {
    return null;
  }
  return (
    <>
      <label className="as-of" htmlFor="registers-on">
        {t("登记事项截至", "On the registers as of")} <DayInput id="registers-on" value={on} onChange={setDay} />
      </label>
      <LinkedEntries about={id} pack={pack} registers={shown} on={on} />
    </>
  );
}
