import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { boards } from "../api/boards";
import type { LeagueTableDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { useFiscalYears } from "../shared/fiscalYears";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { usePacks } from "../shared/programmes";
import { useReportSpans } from "../shared/reportSpans";
import { useText } from "../shell/text";
import { LeagueSheet } from "./LeagueSheet";

/** How a span's league table comes out now; the city has it made, for another person to issue. */
export function NewLeagueTable() {
  const { t } = useText();
  const navigate = useNavigate();
  const years = useFiscalYears();
  const [address, setAddress] = useSearchParams();
  const comparisons = usePacks().flatMap((pack) =>
    (pack.comparisons ?? []).map((one) => ({ programme: pack.programme, comparison: one.name, label: t(one.label) })),
  );
  const chosen = comparisons.find((one) => one.comparison === address.get("comparison")) ?? comparisons[0];
  const query = {
    programme: chosen?.programme,
    comparison: chosen?.comparison,
    year: address.get("year") ?? undefined,
    round: address.get("round") ?? undefined,
  };
  const preview = useQuery({
    queryKey: ["league-preview", query],
    queryFn: () => boards.leaguePreview(query),
    enabled: !!chosen,
  });
  const shown = preview.data;
  const spans = useReportSpans(chosen?.programme, query.year ?? (shown && String(shown.year)));
  const choose = (given: Record<string, string | undefined>) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      for (const [name, value] of Object.entries(given)) {
        value ? next.set(name, value) : next.delete(name);
      }
      return next;
    });
  return (
    <Page
      title={t("编制评比表", "Make a table")}
      parent={{ to: "/league-tables", name: t("考核评比", "League tables") }}
      lead={t(
        "按现有的已接收报告计算，可先查看再编制。",
        "Computed from the reports accepted so far; look at it before it is made.",
      )}
      actions={
        shown && (
          <ActionButton<object, LeagueTableDetail>
            label={t("编制", "Make it")}
            type="primary"
            summary={() => [
              { label: t("评比", "Table"), value: t(shown.content.label) },
              { label: t("报告期", "Span"), value: `${shown.content.from} — ${shown.content.to}` },
              { label: t("参加排名", "Ranked"), value: shown.content.rows.filter((row) => row.rank !== null).length },
            ]}
            consequence={t("编制后由另一人发布。", "Another person issues it.")}
            act={(_, act) =>
              boards.proposeTable(
                {
                  programme: shown.programme,
                  comparison: shown.content.comparison,
                  year: shown.year,
                  round: shown.round,
                },
                act,
              )
            }
            done={t("已编制，待发布", "Made, to be issued")}
            onDone={({ table }) => navigate(`/league-tables/${table.id}`)}
          />
        )
      }
    >
      <search className="filters no-print">
        <label htmlFor="league-comparison">
          <span>{t("评比", "Table")}</span>
          <Select
            id="league-comparison"
            popupMatchSelectWidth={false}
            value={chosen?.comparison}
            options={comparisons.map((one) => ({ value: one.comparison, label: one.label }))}
            onChange={(comparison) => choose({ comparison, year: undefined, round: undefined })}
          />
        </label>
        <label htmlFor="league-year">
          <span>{t("年度", "Year")}</span>
          <Select
            id="league-year"
            value={query.year ?? (shown && String(shown.year))}
            options={years.options}
            onChange={(year) => choose({ year, round: query.round ?? "1" })}
          />
        </label>
        <label htmlFor="league-round">
          <span>{t("期次", "Span")}</span>
          <Select
            id="league-round"
            value={query.round ?? (shown && String(shown.round))}
            options={spans.options}
            onChange={(round) => choose({ year: query.year ?? (shown && String(shown.year)), round })}
          />
        </label>
      </search>
      {comparisons.length === 0 ? (
        <Empty text={t("没有评比办法", "No programme has a league table")} />
      ) : (
        <Loaded query={preview}>
          {(value) => (
            <section className="prints">
              <LeagueSheet content={value.content} />
            </section>
          )}
        </Loaded>
      )}
    </Page>
  );
}
