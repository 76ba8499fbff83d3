import { DownloadOutlined } from "@ant-design/icons";
import { Button, Segmented, Tag } from "antd";
import { useSearchParams } from "react-router";
import { type Access, people, type Service } from "../api/people";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";

const services: Record<Service, { zh: string; en: string }> = {
  registry: { zh: "机构", en: "Registry" },
  funding: { zh: "资金", en: "Funding" },
  reporting: { zh: "报告", en: "Reporting" },
};
const asked = ["person", "subject", "writes", "refused", "from", "to"];

/** Who read and who wrote what, for auditors; neither what was sent nor what was answered is kept. */
export function AccessLog() {
  const { t } = useText();
  const [address, setAddress] = useSearchParams();
  const service = (address.get("service") ?? "registry") as Service;
  const filters = new URLSearchParams([...address].filter(([name]) => asked.includes(name)));
  return (
    <Page
      title={t("访问日志", "Access log")}
      lead={t(
        "记录每次查看、办理和被拒绝的访问：谁、何时、办理何事；不记录内容。",
        "Each reading, each act and each refused attempt: who, when and about what; contents are not kept.",
      )}
      actions={
        <Button icon={<DownloadOutlined />} href={people.accessLogAddress(service, filters)} download>
          {t("导出", "Export")}
        </Button>
      }
    >
      <Segmented<Service>
        aria-label={t("服务", "Service")}
        value={service}
        options={Object.entries(services).map(([value, label]) => ({ value: value as Service, label: t(label) }))}
        onChange={(chosen) => setAddress(new URLSearchParams([...filters, ["service", chosen]]))}
      />
      <FilterTable<Access>
        key={service}
        of={`access-log-${service}`}
        fetchPage={(query) => people.accessLog(service, query)}
        rowKey="id"
        limit={50}
        emptyText={t("没有符合条件的访问", "No such access")}
        filters={[
          { name: "person", label: t("人员或账号", "Person or account") },
          { name: "subject", label: t("对象编号", "Subject") },
          {
            name: "writes",
            label: t("读写", "Read or write"),
            options: [
              { value: "true", label: t("办理", "Writes") },
              { value: "false", label: t("查看", "Reads") },
            ],
          },
          { name: "refused", label: t("结果", "Result"), options: [{ value: "true", label: t("被拒绝", "Refused") }] },
          { name: "from", label: t("自", "From"), day: true },
          { name: "to", label: t("至", "To"), day: true },
        ]}
        columns={[
          { title: t("时间", "When"), render: (_, row) => instant(row.at) },
          {
            title: t("人员", "Who"),
            render: (_, row) => (
              <span title={row.person ?? undefined}>{row.personName ?? row.person ?? t("未登录", "Nobody signed in")}</span>
            ),
          },
          {
            title: t("方式", "How"),
            render: (_, row) => (row.method === "GET" ? t("查看", "Read") : `${t("办理", "Wrote")} · ${row.method}`),
          },
          { title: t("事项", "What"), render: (_, row) => <code>{row.route}</code> },
          { title: t("对象", "Subject"), render: (_, row) => (row.subjectId ? <code>{row.subjectId}</code> : "—") },
          {
            title: t("结果", "Result"),
            render: (_, row) => (
              <Tag variant="filled" color={row.status >= 400 ? "error" : undefined}>
                {row.status}
              </Tag>
            ),
          },
        ]}
      />
    </Page>
  );
}
