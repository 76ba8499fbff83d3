import { Link } from "react-router";
import { registry } from "../api/registry";
import type { InstitutionSummary } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { districtName } from "../shell/names";
import { useText } from "../shell/text";

const standings = ["under-construction", "recognised", "under-rectification", "delisted", "revoked", "cancelled", "merged"];

export function InstitutionList() {
  const { t } = useText();
  const programmes = useProgrammes();
  return (
    <Page
      title={t("机构名录", "Institutions")}
      lead={t("经市级决定列入的机构及其当前状态。", "Bodies entered by city decision, and what they are today.")}
    >
      <FilterTable<InstitutionSummary>
        of="institutions"
        fetchPage={registry.institutions}
        rowKey="id"
        emptyText={t("名录中还没有机构", "No institutions yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "standing",
            label: t("状态", "Standing"),
            options: standings.map((value) => ({ value, label: t(statusText(value, "standing")) })),
          },
        ]}
        columns={[
          { title: t("名称", "Name"), render: (_, row) => <Link to={`/institutions/${row.id}`}>{row.name}</Link> },
          { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
          { title: t("县区", "District"), render: (_, row) => t(districtName(row.district)) },
          { title: t("决定文号", "Decision"), dataIndex: "decisionNumber" },
          { title: t("状态起始", "Since"), dataIndex: "standingSince" },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
        ]}
      />
    </Page>
  );
}
