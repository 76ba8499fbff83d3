import { Link } from "react-router";
import { type History, histories } from "../api/histories";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

/** What bureaus entered of the time before the platform. */
export function HistoryList() {
  const { t } = useText();
  const { name, options } = useProgrammes();
  return (
    <Page
      title={t("期初导入", "Opening balances")}
      parent={{ to: "/shadow-runs", name: t("影子演练", "Shadow runs") }}
      lead={t(
        "平台启用前的拨付、等次与收回，由看过演练报告的台账导入：逐行核对，双人签署，一次入账。",
        "Payments, grades and recoveries from before the platform, from tables whose report was seen: checked row by row, signed by two persons, entered at once.",
      )}
    >
      <FilterTable<History>
        of="histories"
        fetchPage={histories.list}
        rowKey="id"
        emptyText={t(
          "还没有导入。先做一次影子演练，再从报告导入。",
          "Nothing entered yet. Make a shadow run and enter it from its report.",
        )}
        filters={[{ name: "programme", label: t("项目", "Programme"), options }]}
        columns={[
          { title: t("台账", "Tables"), render: (_, row) => <Link to={`/histories/${row.id}`}>{row.title}</Link> },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
          { title: t("状态", "State"), render: (_, row) => <Status value={row.state} of="history" /> },
          { title: t("单位年度", "Body-years"), dataIndex: "lines", className: "amount" },
          { title: t("已拨付（元）", "Paid (yuan)"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
          { title: t("经办", "Made by"), render: (_, row) => row.made.name },
          { title: t("复核", "Signed by"), render: (_, row) => row.confirmed?.name ?? "—" },
        ]}
      />
    </Page>
  );
}
