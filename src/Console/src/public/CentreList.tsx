import { open } from "../api/open";
import type { PublicCentre } from "../api/types";
import { District } from "../places/District";
import { usePlaces } from "../places/usePlaces";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

/** The recognised bodies, for everybody (ZS-17). */
export function CentreList() {
  const { t } = useText();
  const { districts } = usePlaces();
  return (
    <Page
      title={t("认定名录", "Recognised bodies")}
      lead={t(
        "现具有认定资格的机构；限期整改中的仍在册并注明。",
        "Bodies that are recognised today; those under rectification are shown as such.",
      )}
    >
      <FilterTable<PublicCentre>
        of="public-centres"
        fetchPage={open.centres}
        rowKey="id"
        emptyText={t("没有符合条件的机构", "No bodies match")}
        filters={[{ name: "district", label: t("县区", "District"), options: districts }]}
        columns={[
          { title: t("名称", "Name"), dataIndex: "name" },
          { title: t("领域", "Field"), render: (_, row) => (row.field ? t(row.field) : row.category) },
          { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          { title: t("认定日期", "Recognised on"), render: (_, row) => row.recognisedOn ?? "—" },
          { title: t("文号", "Document"), dataIndex: "decisionNumber" },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
        ]}
      />
    </Page>
  );
}
