import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type Ageing as Aged, clawbacks } from "../api/clawbacks";
import { Money } from "../shared/Money";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

/** What is outstanding for how long (账龄), as of today; each band opens what is overdue that long. */
export function Ageing() {
  const { t } = useText();
  const { name } = useProgrammes();
  const ageing = useQuery({ queryKey: ["clawbacks", "ageing"], queryFn: clawbacks.ageing });
  if (!ageing.data?.length) {
    return null;
  }

  return (
    <section className="panel">
      <h2>{t("账龄", "Ageing")}</h2>
      {ageing.data.map((of) => (
        <div key={of.programme} className="bands">
          <strong>{name(of.programme)}</strong>
          {of.bands.map((band) => (
            <Band key={band.fromDays} band={band} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Band({ band }: { band: Aged["bands"][number] }) {
  const { t } = useText();
  const { fromDays, toDays, cases } = band;
  const span =
    fromDays === 0
      ? t("未逾期", "In time")
      : toDays === null
        ? t(`逾期 ${fromDays} 日以上`, `${fromDays} days and more`)
        : t(`逾期 ${fromDays}–${toDays} 日`, `${fromDays}–${toDays} days`);
  return (
    <div className={cases > 0 && fromDays > 0 ? "band band-late" : "band"}>
      <Link to={fromDays === 0 ? "/clawbacks?status=open" : `/clawbacks?overdueDays=${fromDays}`}>{span}</Link>
      <span>
        {t(`${cases} 案`, `${cases} cases`)} · <Money fen={band.outstandingFen} strong={cases > 0} /> {t("元", "yuan")}
      </span>
    </div>
  );
}
