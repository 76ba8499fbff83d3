import { Tag } from "antd";
import { Link } from "react-router";
import { standing } from "../api/standing";
import type { MajorChange } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { StepClauses } from "../shared/StepClauses";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { kindName } from "./kinds";

/** Reported major changes: received by both desks, then examined (ZS-21). */
export function ChangeList() {
  const { t } = useText();
  return (
    <Page
      title={t("重大变化", "Major changes")}
      lead={
        <>
          {t(
            "机构应在规定期限内同时报告两级主管部门，两处分别登记收到日期。",
            "Reported in time to both authorities, each of which dates its receipt.",
          )}{" "}
          <StepClauses kind="change" />
        </>
      }
    >
      <FilterTable<MajorChange>
        of="changes"
        fetchPage={standing.changes}
        rowKey="id"
        emptyText={t("没有重大变化报告", "No changes reported")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["reported", "kept", "not-conforming"].map((value) => ({ value, label: t(statusText(value, "change")) })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/changes/${row.id}`}>{row.institutionName}</Link>,
          },
          { title: t("变化", "Change"), render: (_, row) => row.kinds.map((kind) => t(kindName(kind))).join(t("、", ", ")) },
          { title: t("变化日期", "Changed on"), dataIndex: "changedOn" },
          { title: t("县区收到", "County received"), render: (_, row) => row.countyReceivedOn ?? "—" },
          { title: t("市级收到", "City received"), render: (_, row) => row.cityReceivedOn ?? "—" },
          {
            title: t("状态", "Status"),
            render: (_, row) => (
              <>
                <Status value={row.status} of="change" />
                {row.late && <Tag color="warning">{t("逾期报告", "Late")}</Tag>}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}
