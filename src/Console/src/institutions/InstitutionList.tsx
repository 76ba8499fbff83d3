import { Link } from "react-router";
import { directory } from "../api/directory";
import type { InstitutionSummary } from "../api/types";
import { Export } from "../directory/Export";
import { Total } from "../directory/Total";
import { useDirectoryFilters } from "../directory/useDirectoryFilters";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The bureau's register, as it stands or as it stood on any day, as was known on any day. */
export function InstitutionList() {
  const { t } = useText();
  const { query, counts, filters } = useDirectoryFilters(false);
  const sees = useHasRole("city-reviewer", "leader", "auditor");
  return (
    <Page
      title={t("机构名录", "Institutions")}
      lead={<Total counts={counts} />}
      actions={
        <>
          {sees && <Link to="/imports">{t("批量导入", "Imports")}</Link>}
          <Export open={false} query={query} />
        </>
      }
    >
      <FilterTable<InstitutionSummary>
        of="institutions"
        fetchPage={directory.institutions}
        rowKey="id"
        emptyText={t("没有符合条件的机构", "No institutions match")}
        filters={filters}
        columns={[
          { title: t("名称", "Name"), render: (_, row) => <Link to={`/institutions/${row.id}`}>{row.name}</Link> },
          { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          { title: t("决定文号", "Decision"), dataIndex: "decisionNumber" },
          { title: t("状态起始", "Since"), dataIndex: "standingSince" },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
        ]}
      />
    </Page>
  );
}
