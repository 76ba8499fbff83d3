import { useQuery } from "@tanstack/react-query";
import { changes } from "../api/appropriations";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** How the year's money came to what it is, what stands against its close and what runs on after it. */
export function YearEndReport({ appropriation }: { appropriation: string }) {
  const { t } = useText();
  const report = useQuery({ queryKey: ["year-end", appropriation], queryFn: () => changes.yearEnd(appropriation) });
  return (
    <section className="panel">
      <h2>{t("年终报告", "Year-end report")}</h2>
      <Loaded query={report}>
        {(it) => (
          <Summary
            columns={2}
            facts={[
              { label: t("批准数", "As opened"), value: <Money fen={it.appropriation.openedFen} /> },
              { label: t("加：追加", "Plus supplements"), value: <Money fen={it.supplementedFen} /> },
              { label: t("减：追减", "Less reductions"), value: <Money fen={it.reducedFen} /> },
              { label: t("加：上年结转转入", "Plus carried in"), value: <Money fen={it.carriedInFen} /> },
              { label: t("减：结转下年", "Less carried over"), value: <Money fen={it.carriedOutFen} /> },
              { label: t("减：年终注销", "Less lapsed"), value: <Money fen={it.lapsedFen} /> },
              { label: t("年度安排现额", "Appropriated now"), value: <Money fen={it.appropriation.amountFen} strong /> },
              { label: t("已占用", "Committed"), value: <Money fen={it.appropriation.committedFen} /> },
              { label: t("未占用", "Left"), value: <Money fen={it.appropriation.leftFen} strong /> },
              {
                label: t("已复核未回单", "Approved, not answered"),
                value: (
                  <>
                    {it.underWay} · <Money fen={it.underWayFen} />
                  </>
                ),
              },
              { label: t("待复核", "Awaiting approval"), value: it.proposed },
              {
                label: t("已拨付未结算的单位", "Paid bodies not settled"),
                value: (
                  <>
                    {it.unsettledBodies} · <Money fen={it.unsettledFen} />
                  </>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
