import { useQuery } from "@tanstack/react-query";
import { type Delivery, type DeliveryChannel, notices } from "../api/notices";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { jurisdictionName } from "../shell/names";
import { type Text, useText } from "../shell/text";
import { Messengers } from "./Messengers";
import { Rebuilds } from "./Rebuilds";

const channels: Record<DeliveryChannel, Text> = {
  mail: { zh: "邮件", en: "Mail" },
  webhook: { zh: "即时通讯", en: "Messenger" },
};

/** What has left the platform and what has not; the administrator's. */
export function DeliveryPage() {
  const { t } = useText();
  return (
    <Page
      title={t("通知发送", "Deliveries")}
      lead={t(
        "邮件服务器或即时通讯不通时，通知留在这里等待，恢复后自动发出；多次被拒的停在这里，由您重发。",
        "What cannot leave waits here and goes when the other side is back; what was turned down too often is parked for you to send again.",
      )}
    >
      <Channels />
      <FilterTable<Delivery>
        of="deliveries"
        fetchPage={notices.deliveries}
        rowKey="id"
        emptyText={t("没有发送记录", "Nothing was sent")}
        filters={[
          {
            name: "channel",
            label: t("渠道", "Channel"),
            options: Object.entries(channels).map(([value, name]) => ({ value, label: t(name) })),
          },
          {
            name: "state",
            label: t("状态", "State"),
            options: ["waiting", "parked", "sent"].map((value) => ({ value, label: t(statusText(value, "delivery")) })),
          },
        ]}
        columns={[
          { title: t("日期", "Day"), dataIndex: "day" },
          { title: t("渠道", "Channel"), render: (_, row) => t(channels[row.channel]) },
          {
            title: t("接收方", "To"),
            render: (_, row) => (row.channel === "webhook" ? t(jurisdictionName(row.recipient)) : row.recipient),
          },
          { title: t("通知数", "Notices"), dataIndex: "notices" },
          { title: t("状态", "State"), render: (_, row) => <Status value={row.state} of="delivery" /> },
          { title: t("尝试次数", "Attempts"), dataIndex: "attempts" },
          {
            title: t("发出或下次尝试", "Sent, or next attempt"),
            render: (_, row) => instant(row.sentAt ?? row.nextAttemptAt),
          },
          {
            title: t("原因", "Why"),
            className: "words",
            render: (_, row) => (row.state === "sent" ? "—" : (row.lastError ?? "—")),
          },
          { title: "", render: (_, row) => row.state !== "sent" && <Retry delivery={row} /> },
        ]}
      />
      <Messengers />
      <Rebuilds />
    </Page>
  );
}

function Retry({ delivery }: { delivery: Delivery }) {
  const { t } = useText();
  return (
    <ActionButton<object, Delivery>
      label={t("重发", "Send again")}
      size="small"
      act={(_, act) => notices.retry(delivery.id, act)}
      consequence={t("将立即再次发送。", "It is sent again at once.")}
      done={t("已列入发送", "It will be sent")}
    />
  );
}

function Channels() {
  const { t } = useText();
  const query = useQuery({ queryKey: ["deliveries", "channels"], queryFn: notices.channels, refetchInterval: 15_000 });
  return (
    <Loaded query={query}>
      {(value) => (
        <section className="panel">
          <div className="bands">
            {value.channels.map((channel) => (
              <div key={channel.channel} className={channel.parked > 0 ? "band band-late" : "band"}>
                <strong>
                  {t(channels[channel.channel])}
                  {!channel.configured && t("（未配置）", " (not set up)")}
                </strong>
                <span>
                  {t(`等待 ${channel.waiting}，停发 ${channel.parked}`, `${channel.waiting} waiting, ${channel.parked} parked`)}
                </span>
                {channel.oldestWaiting && (
                  <span className="secondary">
                    {t(`最早等待自 ${channel.oldestWaiting}`, `The oldest waits since ${channel.oldestWaiting}`)}
                  </span>
                )}
              </div>
            ))}
          </div>
        </section>
      )}
    </Loaded>
  );
}
