import { standing } from "../api/standing";
import type { Opinion } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { StepClauses } from "../shared/StepClauses";
import { useText } from "../shell/text";
import { useOpinionColumns } from "./opinionColumns";
import { opinionKinds } from "./words";

/** The register of opinions and reports of the bureau's centres (ZS-32). */
export function OpinionList() {
  const { t } = useText();
  const columns = useOpinionColumns();
  return (
    <Page
      title={t("论证意见与评价报告", "Opinions and reports")}
      lead={
        <>
          {t(
            "经机构论证的项目优先纳入科技计划；编号可公开查验。",
            "Projects that a centre endorses are taken first; each number can be verified.",
          )}{" "}
          <StepClauses kind="opinion" />
        </>
      }
    >
      <FilterTable<Opinion>
        of="opinions"
        fetchPage={standing.opinions}
        rowKey="id"
        emptyText={t("还没有意见或报告", "No opinions or reports yet")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "kind",
            label: t("类别", "Kind"),
            options: opinionKinds.map(([value, name]) => ({ value, label: t(name) })),
          },
          { name: "priority", label: t("优先", "Priority"), options: [{ value: "true", label: t("优先纳入", "Priority") }] },
        ]}
        columns={[{ title: t("机构", "Institution"), dataIndex: "institutionName" }, ...columns]}
      />
    </Page>
  );
}
