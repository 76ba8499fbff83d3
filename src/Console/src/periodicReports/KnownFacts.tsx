import type { KnownFact } from "../api/cycles";
import { Money } from "../shared/Money";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** What the platform knows of the year, to be held beside what the body writes. */
export function KnownFacts({ facts }: { facts: KnownFact[] }) {
  const { t } = useText();
  return (
    facts.length > 0 && (
      <section className="panel">
        <h2>{t("平台已有数据", "What the platform knows")}</h2>
        <Summary
          columns={2}
          facts={facts.map((fact) => ({
            label: t(fact.zh, fact.en),
            value: (
              <>
                <Money fen={fact.amountFen} /> {t("元", "yuan")}{" "}
                <span className="secondary">{t(fact.sourceZh, fact.sourceEn)}</span>
              </>
            ),
          }))}
        />
      </section>
    )
  );
}
