import { clawbacks, type Decision } from "../api/clawbacks";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { decisionKinds } from "./causes";
import { useDecisionColumns } from "./DecisionTable";

/** What is to be decided about clawbacks, and what was. */
export function DecisionList() {
  const { t } = useText();
  const columns = useDecisionColumns(true);
  return (
    <Page
      title={t("追缴处理决定", "Decisions on clawbacks")}
      parent={{ to: "/clawbacks", name: t("追缴", "Clawbacks") }}
      lead={t(
        "一人提出、另一人批准；批准时编号，不留空号。",
        "One proposes, another approves; numbered at the approval, without gaps.",
      )}
    >
      <FilterTable<Decision>
        of="clawback-decisions"
        fetchPage={clawbacks.decisions}
        rowKey="id"
        emptyText={t("没有符合条件的事项", "No decisions match")}
        filters={[
          {
            name: "kind",
            label: t("事项", "Kind"),
            options: Object.entries(decisionKinds).map(([value, label]) => ({ value, label: t(label) })),
          },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "approved", "done", "lapsed", "withdrawn"].map((value) => ({
              value,
              label: t(statusText(value, "clawback-decision")),
            })),
          },
        ]}
        columns={columns}
      />
    </Page>
  );
}
