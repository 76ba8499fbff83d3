import { MenuOutlined } from "@ant-design/icons";
import { Button, Drawer, Layout, Menu } from "antd";
import { Suspense, useState } from "react";
import { Link, Outlet, ScrollRestoration, useLocation } from "react-router";
import { ActingNotice } from "../delegations/ActingNotice";
import { InterpretationsProvider } from "../interpretations/Interpretations";
import { Bell } from "../notifications/Bell";
import { Loading } from "../shared/Loading";
import { Account } from "./Account";
import { BusinessDate } from "./BusinessDate";
import { Landing } from "./Landing";
import { LanguageSwitch } from "./LanguageSwitch";
import { entriesFor, groups } from "./menu";
import { OfflineNotice } from "./OfflineNotice";
import { useSession } from "./session";
import { useText } from "./text";
import { useWide } from "./useWide";

/** The frame around every page: who is signed in, where one may go, which day it is. */
export function Shell() {
  const { t } = useText();
  const session = useSession();
  const wide = useWide();
  const [menuOpen, setMenuOpen] = useState(false);

  if (!session.signedIn) {
    return <Landing />;
  }
  return (
    <InterpretationsProvider>
      <Layout className="shell">
        <a href="#content" className="skip-link">
          {t("跳到正文", "Skip to content")}
        </a>
        <Layout.Header className="header no-print">
          {!wide && (
            <Button
              type="text"
              className="menu-button"
              icon={<MenuOutlined />}
              aria-label={t("打开菜单", "Open the menu")}
              onClick={() => setMenuOpen(true)}
            />
          )}
          <Link to="/" className="brand">
            <img src="/favicon.svg" alt="" width={26} height={26} />
            <span>{t("科创资金监管平台", "Innovation Funds Platform")}</span>
          </Link>
          <div className="header-right">
            <BusinessDate />
            <Bell />
            <LanguageSwitch />
            <Account />
          </div>
        </Layout.Header>
        <Layout>
          {wide ? (
            <Layout.Sider width={208} theme="light" className="sider no-print">
              <RoleMenu />
            </Layout.Sider>
          ) : (
            <Drawer open={menuOpen} placement="left" size={260} onClose={() => setMenuOpen(false)} title={t("菜单", "Menu")}>
              <RoleMenu onSelect={() => setMenuOpen(false)} />
            </Drawer>
          )}
          <Layout.Content id="content" role="main" className="content" tabIndex={-1}>
            <OfflineNotice />
            <ActingNotice />
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </Layout.Content>
        </Layout>
        <ScrollRestoration />
      </Layout>
    </InterpretationsProvider>
  );
}

function RoleMenu({ onSelect }: { onSelect?: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const mine = entriesFor(useSession().roles);
  const items = [
    { key: "/", label: <Link to="/">{t("今日待办", "Today")}</Link> },
    ...Object.entries(groups)
      .map(([group, name]) => ({
        key: group,
        type: "group" as const,
        label: t(name),
        children: mine
          .filter((entry) => entry.group === group)
          .map((entry) => ({ key: entry.to, label: <Link to={entry.to}>{t(entry.name)}</Link> })),
      }))
      .filter((group) => group.children.length > 0),
  ];
  return (
    <nav aria-label={t("主菜单", "Main menu")}>
      <Menu mode="inline" selectedKeys={[`/${pathname.split("/")[1]}`]} items={items} onClick={onSelect} />
    </nav>
  );
}
