import { Link } from "react-router";
import { registry } from "../api/registry";
import type { RecommendationList } from "../api/types";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export function RecommendationLists() {
  const { t } = useText();
  const issues = useHasRole("district-reviewer");
  return (
    <Page
      title={t("推荐名单", "Recommendation lists")}
      lead={t(
        "县区科技部门的审核结论是一份文件；只有列入名单的申报到达市级。",
        "The district's conclusion is a document; only what it lists reaches the city.",
      )}
      actions={
        issues && (
          <Link className="link-button" to="/recommendation-lists/new">
            {t("签发推荐名单", "Issue a list")}
          </Link>
        )
      }
    >
      <FilterTable<RecommendationList>
        of="recommendation-lists"
        fetchPage={registry.recommendationLists}
        rowKey="id"
        emptyText={t("还没有推荐名单", "No lists yet")}
        columns={[
          { title: t("文号", "Document"), dataIndex: "documentNumber" },
          { title: t("签发日期", "Issued on"), dataIndex: "issuedOn" },
          { title: t("县区", "District"), render: (_, list) => <District code={list.district} /> },
          {
            title: t("列入的申报", "Applications"),
            render: (_, list) => (
              <ol className="plain-list">
                {list.applications.map((one) => (
                  <li key={one.applicationId}>
                    <Link to={`/applications/${one.applicationId}`}>{one.title}</Link>
                  </li>
                ))}
              </ol>
            ),
          },
          { title: t("签发人", "Issued by"), dataIndex: "issuedByName" },
        ]}
      />
    </Page>
  );
}
