import { Link } from "react-router";
import { type Import, imports } from "../api/imports";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { UploadTable } from "./UploadTable";

/** Tables of institutions that came in, and what became of them. */
export function ImportList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const city = useHasRole("city-reviewer");
  return (
    <Page
      title={t("批量导入", "Imports")}
      parent={{ to: "/institutions", name: t("机构名录", "Institutions") }}
      lead={t(
        "导入平台启用前已有状态的机构：逐行校验，由另一人确认后一次性生效。",
        "Bodies that have a standing from before the platform: checked row by row, in effect at once when another person confirms.",
      )}
    >
      {city && <UploadTable />}
      <FilterTable<Import>
        of="imports"
        fetchPage={imports.list}
        rowKey="id"
        emptyText={t("还没有导入", "No imports yet")}
        filters={[{ name: "programme", label: t("项目", "Programme"), options: programmes.options }]}
        columns={[
          { title: t("文件", "File"), render: (_, row) => <Link to={`/imports/${row.id}`}>{row.fileName}</Link> },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("行数", "Rows"), dataIndex: "rows" },
          { title: t("可导入", "Good rows"), dataIndex: "goodRows" },
          { title: t("问题", "Faults"), dataIndex: "errors" },
          { title: t("上传人", "Uploaded by"), dataIndex: "uploadedByName" },
          { title: t("确认人", "Confirmed by"), render: (_, row) => row.confirmedByName ?? "—" },
          { title: t("状态", "State"), render: (_, row) => <Status value={row.state} of="import" /> },
        ]}
      />
    </Page>
  );
}
