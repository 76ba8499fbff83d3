import { type AppropriationChange, changes } from "../api/appropriations";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { useChangeColumns } from "./Changes";

/** What changes the years' money: supplements, reductions, carry-overs and closes. */
export function AppropriationChangeList() {
  const { t } = useText();
  const columns = useChangeColumns();
  return (
    <Page
      title={t("年度安排调整", "Changes of appropriations")}
      parent={{ to: "/appropriations", name: t("年度安排", "Appropriations") }}
      lead={t(
        "追加、追减、结转与年终结账，一人提出、另一人复核后生效并记账。",
        "Supplements, reductions, carry-overs and closes: one person proposes, another approves, then it is posted.",
      )}
    >
      <FilterTable<AppropriationChange>
        of="appropriation-changes"
        fetchPage={changes.list}
        rowKey="id"
        emptyText={t("没有符合条件的调整", "No changes match")}
        filters={[
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "approved", "withdrawn"].map((value) => ({
              value,
              label: t(statusText(value, "appropriation-change")),
            })),
          },
        ]}
        columns={columns}
      />
    </Page>
  );
}
