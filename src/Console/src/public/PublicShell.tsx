import { Button } from "antd";
import { Suspense } from "react";
import { Link, NavLink, Outlet, ScrollRestoration } from "react-router";
import { Loading } from "../shared/Loading";
import { LanguageSwitch } from "../shell/LanguageSwitch";
import { OfflineNotice } from "../shell/OfflineNotice";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";
import "./public.css";

/** The frame of the pages that anybody may read without signing in (ZS-16, ZS-17). */
export function PublicShell() {
  const { t } = useText();
  const { signedIn } = useSession();
  return (
    <div className="public">
      <a href="#content" className="skip-link">
        {t("跳到正文", "Skip to content")}
      </a>
      <header className="public-header no-print">
        <Link to="/public/notices" className="brand">
          <img src="/favicon.svg" alt="" width={26} height={26} />
          <span>{t("科创机构公示与查验", "Public notices and verification")}</span>
        </Link>
        <nav aria-label={t("公开栏目", "Public pages")}>
          <NavLink to="/public/notices">{t("公示公告", "Notices")}</NavLink>
          <NavLink to="/public/institutions">{t("机构名录", "Directory")}</NavLink>
          <NavLink to="/public/calls">{t("申报通知", "Calls")}</NavLink>
          <NavLink to="/public/centres">{t("认定名录", "Recognised bodies")}</NavLink>
          <NavLink to="/public/registers">{t("公开登记", "Registers")}</NavLink>
          <NavLink to="/public/verify">{t("证书与意见查验", "Verify a document")}</NavLink>
        </nav>
        <LanguageSwitch />
        <Button href="/" type="text">
          {signedIn ? t("返回平台", "To the platform") : t("登录平台", "Sign in")}
        </Button>
      </header>
      <main id="content" className="public-content" tabIndex={-1}>
        <OfflineNotice />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </div>
  );
}
