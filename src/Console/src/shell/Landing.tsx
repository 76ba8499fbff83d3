import { Button } from "antd";
import { Link, useLocation } from "react-router";
import { gateway } from "../api/gateway";
import { PageTitle } from "../shared/PageTitle";
import { LanguageSwitch } from "./LanguageSwitch";
import { type Text, useText } from "./text";

const promises: { title: Text; body: Text }[] = [
  {
    title: { zh: "不超一分", en: "No fen above the cap" },
    body: {
      zh: "年度上限、补助年限、暂停拨付，在每一次复核的同一事务里核定；并发再多，也不多出一分。",
      en: "The year's cap, the years allowed and every hold are decided in the transaction of each approval, however many arrive at once.",
    },
  },
  {
    title: { zh: "不误一天", en: "No deadline missed" },
    body: {
      zh: "下达、认定、公示、整改、追缴，期限按北京时间与国务院节假日安排计算，到期之前先行提醒。",
      en: "Allotment, recognition, notice, rectification and clawback run on Beijing days and the State Council's calendar, with warnings ahead.",
    },
  },
  {
    title: { zh: "有据可查", en: "Every figure explained" },
    body: {
      zh: "每个数字都能追溯到使其成立的那一句条文；文件未规定、由本局决定的，如实标明。",
      en: "Each figure leads to the sentence that caused it; what a document leaves open and the bureau decided is marked as such.",
    },
  },
];

/** What an anonymous visitor sees: what this is, and the one door in. */
export function Landing() {
  const { t } = useText();
  const { pathname, search } = useLocation();
  return (
    <div className="landing">
      <PageTitle text={t("登录", "Sign in")} />
      <header>
        <span className="brand">
          <img src="/favicon.svg" alt="" width={30} height={30} />
          <span>{t("科创资金监管平台", "Innovation Funds Platform")}</span>
        </span>
        <LanguageSwitch />
      </header>
      <main>
        <section className="landing-hero">
          <h1>{t("先行拨付，据实结算", "Paid in advance, settled on the evidence")}</h1>
          <p>
            {t(
              "供市级科技主管部门管理创新机构的申报、拨付、考核与追缴。上限一分不超，期限一日不误，每个数字都有条文可查。",
              "For city science bureaus: applications, advances, reviews and clawbacks of innovation bodies. No fen above the cap, no deadline missed, every figure explained by the sentence that caused it.",
            )}
          </p>
          <Button type="primary" size="large" href={gateway.loginAddress(pathname + search)}>
            {t("登录", "Sign in")}
          </Button>
          <p className="landing-public">
            <Link to="/public/notices">{t("公示公告", "Public notices")}</Link>
            <Link to="/public/centres">{t("认定名录", "Recognised bodies")}</Link>
            <Link to="/public/verify">{t("证书与意见查验", "Verify a document")}</Link>
          </p>
          <p className="landing-note">{t("使用本单位统一身份认证登录。", "With your bureau's own account.")}</p>
        </section>
        <section className="landing-promises" aria-label={t("平台承诺", "What the platform promises")}>
          {promises.map((promise) => (
            <article key={promise.title.zh}>
              <h2>{t(promise.title)}</h2>
              <p>{t(promise.body)}</p>
            </article>
          ))}
        </section>
      </main>
    </div>
  );
}
