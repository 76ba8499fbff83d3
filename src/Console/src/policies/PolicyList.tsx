import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { registry } from "../api/registry";
import type { PackSummary } from "../api/types";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { jurisdictionName } from "../shell/names";
import { useText } from "../shell/text";

export function PolicyList() {
  const { t } = useText();
  const packs = useQuery({ queryKey: ["policies"], queryFn: registry.policies });
  return (
    <Page
      title={t("政策规则", "Policies")}
      lead={t(
        "规则以数据形式载入，每个数值都注明条款原文或本局决定。",
        "Rules are data; every value names its clause's text or the bureau's decision.",
      )}
    >
      <Loaded query={packs}>
        {({ items }) => (
          <Table<PackSummary>
            size="middle"
            rowKey="hash"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{ emptyText: <Empty text={t("没有可查看的规则", "No packs to show")} /> }}
            columns={[
              {
                title: t("项目", "Programme"),
                render: (_, pack) => <Link to={`/policies/${pack.programme}?on=${pack.from}`}>{t(pack.title)}</Link>,
              },
              { title: t("主管部门", "Bureau"), render: (_, pack) => t(jurisdictionName(pack.jurisdiction)) },
              { title: t("生效", "From"), dataIndex: "from" },
              { title: t("有效至", "Until"), render: (_, pack) => pack.endsOn ?? pack.until ?? "—" },
              { title: t("校验值", "Hash"), render: (_, pack) => <code title={pack.hash}>{pack.hash.slice(0, 12)}…</code> },
              {
                title: t("状态", "Status"),
                render: (_, pack) => <Status value={pack.adopted ? "in-force" : pack.status} of="policy" />,
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
