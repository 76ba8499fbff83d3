import { Link } from "react-router";
import { standing } from "../api/standing";
import type { Sanction } from "../api/types";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { measureName } from "./measures";

/** Cases against bodies: proposed by evaluations or persons, decided by another person (P-5). */
export function SanctionList() {
  const { t } = useText();
  return (
    <Page
      title={t("整改与处理", "Sanctions")}
      lead={
        <>
          {t(
            "平台只提出，决定由另一人作出；决定前不影响机构资格。",
            "The platform proposes, another person decides; until then nothing changes.",
          )}{" "}
          <Clause id="P-5" />
        </>
      }
    >
      <FilterTable<Sanction>
        of="sanctions"
        fetchPage={standing.sanctions}
        rowKey="id"
        emptyText={t("没有处理事项", "No cases")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "confirmed", "dismissed", "withdrawn"].map((value) => ({
              value,
              label: t(statusText(value, "sanction")),
            })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/sanctions/${row.id}`}>{row.institutionName}</Link>,
          },
          {
            title: t("情形", "Ground"),
            render: (_, row) => (
              <>
                {t(row.groundZh, row.groundEn)} <Clause id={row.clause} />
              </>
            ),
          },
          { title: t("措施", "Measure"), render: (_, row) => t(measureName(row.measure)) },
          { title: t("发现日期", "Found on"), dataIndex: "foundOn" },
          { title: t("期限至", "Until"), render: (_, row) => row.lastDay ?? "—" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="sanction" /> },
        ]}
      />
    </Page>
  );
}
