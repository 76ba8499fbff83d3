import { Link } from "react-router";
import { registry } from "../api/registry";
import type { ApplicationSummary } from "../api/types";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { StartApplication } from "./StartApplication";

const statuses = [
  "draft",
  "submitted",
  "returned",
  "resubmitted",
  "recommended",
  "entered",
  "under-review",
  "not-selected",
  "proposed",
  "on-notice",
  "recognised",
  "filed",
  "refused",
  "withdrawn",
];

export function ApplicationList() {
  const { t } = useText();
  const operator = useHasRole("operator");
  const reviewsDistrict = useHasRole("district-reviewer");
  const programmes = useProgrammes();
  return (
    <Page
      title={operator ? t("我的申报", "My applications") : t("申报", "Applications")}
      lead={
        reviewsDistrict
          ? t(
              "核查后列入推荐名单、退回补正或不予推荐；只有列入名单的才到市级。",
              "Check, then recommend, return or refuse; only what is on a list reaches the city.",
            )
          : undefined
      }
      actions={
        <>
          {operator && <StartApplication />}
          {reviewsDistrict && <Link to="/recommendation-lists/new">{t("签发推荐名单", "Issue a recommendation list")}</Link>}
        </>
      }
    >
      <FilterTable<ApplicationSummary>
        of="applications"
        fetchPage={registry.applications}
        rowKey="id"
        emptyText={
          operator
            ? t("还没有申报，点击“新建申报”开始。", "No applications yet; start with “New application”.")
            : t("没有符合条件的申报", "No applications match")
        }
        filters={[
          {
            name: "status",
            label: t("状态", "Status"),
            options: statuses.map((value) => ({ value, label: t(statusText(value, "application")) })),
          },
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
        ]}
        columns={[
          {
            title: t("申报", "Application"),
            render: (_, row) => (
              <Link to={`/applications/${row.id}`}>{row.title || t("（未命名草稿）", "(untitled draft)")}</Link>
            ),
          },
          { title: t("实施主体", "Implementing body"), dataIndex: "organisation", render: (code: string) => <code>{code}</code> },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("提交日期", "Submitted"), render: (_, row) => row.submittedOn ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="application" /> },
        ]}
      />
    </Page>
  );
}
