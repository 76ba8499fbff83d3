import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { type ShadowRunDetail, type ShadowSummary, shadowRuns } from "../api/shadowRuns";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { useProgrammes } from "../shared/programmes";
import { RefusalAlert } from "../shared/RefusalAlert";
import { jurisdictionName } from "../shell/names";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";
import { ClauseBars } from "./ClauseBars";
import { FindingCard } from "./FindingCard";
import { ReportFoot } from "./ReportFoot";
import { groups } from "./words";
import { YearChart } from "./YearChart";

/** The report, for the screen and for A4: what was found, by which sentence, with which figures, in which rows. */
export function ShadowReport({ value, summary }: { value: ShadowRunDetail; summary: ShadowSummary }) {
  const { t, language } = useText();
  const { name } = useProgrammes();
  const { jurisdiction } = useSession();
  const { run } = value;
  const issuer = jurisdiction ? t(jurisdictionName(jurisdiction)) : "";
  return (
    <section className="prints">
      <article className="shadow-report printable" aria-label={t("影子演练报告", "Report of a shadow run")}>
        <header className="shadow-head">
          <p className="shadow-issuer">{issuer}</p>
          <h2>{t("财政资金影子演练报告", "Shadow run of public money")}</h2>
          <p>{name(run.programme)}</p>
          <p className="secondary">
            {t(
              `截至 ${run.asOf} · 依据 ${run.packFrom} 起施行的规则 · 核对 ${run.rows} 行、${summary.bodyCount} 家单位、拨付 `,
              `As of ${run.asOf} · under the rules in force from ${run.packFrom} · ${run.rows} rows, ${summary.bodyCount} bodies, paid `,
            )}
            <Money fen={run.paidFen} />
            {t(" 元", " yuan")}
          </p>
        </header>
        <Total value={value} summary={summary} capitals={language === "zh" ? chineseCapitals(run.totalFen) : undefined} />
        {run.findings === 0 && (
          <p className="shadow-clean">
            {t("所核对的规则下没有发现问题。", "Nothing was found under the rules that were held against it.")}
          </p>
        )}
        <div className="shadow-charts">
          <YearChart years={summary.years} />
          <ClauseBars clauses={summary.clauses} />
        </div>
        <Findings value={value} />
        <ReportFoot value={value} summary={summary} />
      </article>
    </section>
  );
}

function Total({ value: { run }, summary, capitals }: { value: ShadowRunDetail; summary: ShadowSummary; capitals?: string }) {
  const { t } = useText();
  const parts = [
    { group: "above-cap", fen: run.aboveCapFen },
    { group: "unclaimed", fen: run.unclaimedFen },
    { group: "claimed-twice", fen: run.claimedTwiceFen },
  ] as const;
  const told = parts.map(({ group, fen }) => `${t(groups[group])} ${fen / 100}`).join(t("，", ", "));
  return (
    <section className="shadow-total" aria-label={t("合计", "Total")}>
      <p className="shadow-total-name">
        {t("本可拦下或追回的财政资金（元）", "Public money that would have been stopped or claimed (yuan)")}
      </p>
      <p className="shadow-total-figure">
        <Money fen={run.totalFen} strong />
      </p>
      {capitals && <p className="shadow-total-capitals">{capitals}</p>}
      {run.totalFen > 0 && (
        <div className="shadow-split" role="img" aria-label={told}>
          {parts.map(({ group, fen }) => fen > 0 && <span key={group} className={`shadow-${group}`} style={{ flexGrow: fen }} />)}
        </div>
      )}
      <div className="shadow-cards">
        {parts.map(({ group, fen }) => (
          <div key={group} className={`shadow-card shadow-edge-${group}`}>
            <span>{t(groups[group])}</span>
            <Money fen={fen} strong />
          </div>
        ))}
        <div className="shadow-card">
          <span>{t("问题", "Findings")}</span>
          <strong>
            {t(
              `${run.findings} 项 · ${summary.clauses.length} 条条款`,
              `${run.findings} under ${summary.clauses.length} clauses`,
            )}
          </strong>
        </div>
      </div>
      <p className="secondary">
        {t(
          "几条条款说的是同一分钱时只计一次，存疑时从少计。",
          "Where several clauses speak of the same fen it counts once; in doubt the smaller sum is given.",
        )}
      </p>
    </section>
  );
}

function Findings({ value }: { value: ShadowRunDetail }) {
  const { t } = useText();
  const list = useInfiniteQuery({
    queryKey: ["shadow-findings", value.run.id],
    queryFn: ({ pageParam }) => shadowRuns.findings(value.run.id, { after: pageParam || undefined, limit: "50" }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const findings = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section>
      <h3 className="shadow-section">{t("逐项问题", "Finding by finding")}</h3>
      <RefusalAlert error={list.error} />
      <ol className="shadow-findings">
        {findings.map((finding) => (
          <FindingCard key={finding.number} finding={finding} tables={value.tables} />
        ))}
      </ol>
      {list.hasNextPage && (
        <Button className="no-print" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t(
            `再显示（已显示 ${findings.length} / ${value.run.findings} 项）`,
            `More (${findings.length} of ${value.run.findings})`,
          )}
        </Button>
      )}
    </section>
  );
}
