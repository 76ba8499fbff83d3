import { type Call, routes } from "../api/routes";
import { CallState, callColumns } from "../calls/callColumns";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";

/** The calls of every bureau, for everybody (EO-08). */
export function CallBoard() {
  const { t } = useText();
  return (
    <Page title={t("申报通知", "Calls")} lead={t("登录平台后，在受理期内申报。", "Sign in to apply while a call is open.")}>
      <FilterTable<Call>
        of="public-calls"
        fetchPage={routes.publicCalls}
        rowKey="id"
        emptyText={t("没有申报通知", "No calls")}
        filters={[
          {
            name: "open",
            label: t("状态", "State"),
            options: [
              { value: "true", label: t("受理中", "Open") },
              { value: "false", label: t("未开始或已截止", "Not open") },
            ],
          },
        ]}
        columns={[
          ...callColumns(t),
          { title: t("发布单位", "Bureau"), render: (_, row) => t(jurisdictionName(row.jurisdiction)) },
          { title: t("状态", "State"), render: (_, row) => <CallState call={row} /> },
        ]}
      />
    </Page>
  );
}
