import { type DirectoryRow, directory } from "../api/directory";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { Export } from "./Export";
import { Total } from "./Total";
import { useDirectoryFilters } from "./useDirectoryFilters";

/** Every institution of every programme, for everybody. */
export function PublicDirectory() {
  const { t } = useText();
  const { query, counts, filters } = useDirectoryFilters(true);
  return (
    <Page title={t("机构名录", "Directory")} lead={<Total counts={counts} />} actions={<Export open query={query} />}>
      <FilterTable<DirectoryRow>
        of="public-directory"
        fetchPage={directory.open}
        rowKey="id"
        emptyText={t("没有符合条件的机构", "No institutions match")}
        filters={filters}
        columns={[
          { title: t("名称", "Name"), dataIndex: "name" },
          { title: t("项目", "Programme"), render: (_, row) => (row.programmeLabel ? t(row.programmeLabel) : row.programme) },
          { title: t("类型", "Type"), render: (_, row) => (row.typeLabel ? t(row.typeLabel) : row.type) },
          { title: t("领域", "Field"), render: (_, row) => (row.fieldLabel ? t(row.fieldLabel) : (row.field ?? "—")) },
          {
            title: t("县区", "District"),
            render: (_, row) => (row.districtLabel ? t(row.districtLabel) : <District code={row.district} />),
          },
          { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
          { title: t("状态起始", "Since"), dataIndex: "standingSince" },
          { title: t("文号", "Document"), dataIndex: "decisionNumber" },
        ]}
      />
    </Page>
  );
}
