import { Tag } from "antd";
import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Account } from "../api/types";
import { District } from "../places/District";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { YearsUsed } from "./YearsUsed";

export function AccountList() {
  const { t } = useText();
  const programmes = useProgrammes();
  return (
    <Page
      title={t("机构资金账户", "Funding accounts")}
      actions={<Link to="/holds?open=true">{t("暂停中的机构", "Bodies on hold")}</Link>}
      lead={t("每个机构在一个项目中的补助年度、期限与暂停情况。", "Each body's years, deadline and holds in a programme.")}
    >
      <FilterTable<Account>
        of="accounts"
        fetchPage={funding.accounts}
        rowKey="institutionId"
        emptyText={t("还没有资金账户", "No accounts yet")}
        filters={[{ name: "programme", label: t("项目", "Programme"), options: programmes.options }]}
        columns={[
          { title: t("机构", "Institution"), render: (_, row) => <Link to={`/accounts/${row.institutionId}`}>{row.name}</Link> },
          { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} /> },
          { title: t("已补助年度", "Years used"), className: "amount", render: (_, row) => <YearsUsed account={row} /> },
          { title: t("首次下达", "First allotted"), render: (_, row) => row.firstAllottedOn ?? "—" },
          { title: t("认定期限", "Deadline"), render: (_, row) => row.deadline ?? "—" },
          {
            title: t("暂停拨付", "Holds"),
            render: (_, row) =>
              row.openHolds > 0 ? <Tag color="error">{t(`暂停中（${row.openHolds}）`, `On hold (${row.openHolds})`)}</Tag> : "—",
          },
        ]}
      />
    </Page>
  );
}
