import { standing } from "../api/standing";
import type { Ban } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { useBanColumns } from "./banColumns";
import { LiftActs } from "./LiftActs";

/** Who is barred on a day, by social credit code (ZS-20, ZS-22, EO-13, HB-05). */
export function BanList() {
  const { t } = useText();
  const columns = useBanColumns();
  return (
    <Page
      title={t("禁止申报", "Bans")}
      lead={t(
        "按统一社会信用代码和日期查询；期满次日可重新申报。提前解除须有决定文件，由两人办理。",
        "By social credit code and day; the day after the last one is free. Lifting one early takes a decision and two persons.",
      )}
    >
      <FilterTable<Ban>
        of="bans"
        fetchPage={standing.bans}
        rowKey="id"
        emptyText={t("没有禁止申报的单位", "Nobody is barred")}
        filters={[
          { name: "code", label: t("统一社会信用代码", "Social credit code") },
          { name: "on", label: t("在这一天", "On the day"), day: true },
          {
            name: "lifting",
            label: t("提前解除", "Lifting"),
            options: [{ value: "true", label: t("待他人确认", "Waits for another person") }],
          },
        ]}
        columns={[...columns, { title: "", render: (_, ban) => <LiftActs ban={ban} /> }]}
      />
    </Page>
  );
}
