import { BellOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Badge } from "antd";
import { Link } from "react-router";
import { notices } from "../api/notices";
import { useText } from "../shell/text";

const often = 30_000;

/** How many notices wait to be read, on every page; a service that is away takes nothing else with it. */
export function Bell() {
  const { t } = useText();
  const unread = useQuery({
    queryKey: ["notifications", "unread"],
    queryFn: notices.unread,
    refetchInterval: often,
    retry: false,
  });
  const count = unread.data?.unread ?? 0;
  const many = unread.data?.atLeast ? `${count}+` : String(count);
  return (
    <Link
      to="/notifications?unread=true"
      className="bell"
      aria-label={count > 0 ? t(`通知，${many} 条未读`, `Notices, ${many} unread`) : t("通知", "Notices")}
      title={t("通知", "Notices")}
    >
      <Badge count={count} overflowCount={98} size="small">
        <BellOutlined aria-hidden="true" />
      </Badge>
    </Link>
  );
}
