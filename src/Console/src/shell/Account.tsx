import { LogoutOutlined, UserOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { gateway } from "../api/gateway";
import { usePlaces } from "../places/usePlaces";
import { useRoleLabel } from "../shared/roleLabel";
import { jurisdictionName, roleNames } from "./names";
import { useSession } from "./session";
import { useText } from "./text";

/** Who is signed in, for which bureau, in which duty; and the way out. */
export function Account() {
  const { t } = useText();
  const session = useSession();
  const queries = useQueryClient();
  const logout = useMutation({
    mutationFn: gateway.logout,
    onSettled: () => {
      queries.clear();
      window.location.assign("/");
    },
  });
  const role = useRoleLabel();
  const place = usePlaces();
  const roles = (session.roles ?? []).filter((one) => one in roleNames).map(role);
  const where = [
    session.jurisdiction && t(jurisdictionName(session.jurisdiction)),
    session.district && place.name(session.district),
  ];
  return (
    <div className="account">
      <UserOutlined aria-hidden="true" />
      <div className="account-who">
        <span className="account-name">{session.name}</span>
        <span className="account-role">{[...roles, ...where.filter(Boolean)].join(" · ")}</span>
      </div>
      <Button
        type="text"
        icon={<LogoutOutlined />}
        loading={logout.isPending}
        onClick={() => logout.mutate()}
        aria-label={t("退出登录", "Sign out")}
        title={t("退出登录", "Sign out")}
      />
    </div>
  );
}
