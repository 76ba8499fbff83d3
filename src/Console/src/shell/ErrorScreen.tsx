import { Button, Result } from "antd";
import { sentence, toProblem } from "../api/problem";
import { PageTitle } from "../shared/PageTitle";
import { type Text, useText } from "./text";

const titles: Record<number, Text> = {
  0: { zh: "连接不上服务器", en: "The server cannot be reached" },
  401: { zh: "需要重新登录", en: "Please sign in again" },
  403: { zh: "没有权限", en: "Not permitted" },
  404: { zh: "没有找到", en: "Not found" },
  503: { zh: "服务暂不可用", en: "Service not available" },
};

/** What a reader sees when a page cannot be shown: what happened, what to do, and a number that support can search for. */
export function ErrorScreen({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t, language } = useText();
  const problem = toProblem(error);
  const title = titles[problem.status] ?? { zh: "出了点问题", en: "Something went wrong" };
  return (
    <section className="error-screen">
      <PageTitle text={t(title)} />
      <Result
        status={problem.status === 403 ? "403" : problem.status === 404 ? "404" : "warning"}
        title={t(title)}
        subTitle={sentence(problem, language)}
        extra={[
          retry && (
            <Button key="retry" type="primary" onClick={retry}>
              {t("重试", "Try again")}
            </Button>
          ),
          <Button key="home" href="/">
            {t("回到首页", "Back to the start")}
          </Button>,
        ]}
      >
        {problem.traceId && (
          <p className="trace">
            {t("问题编号", "Problem number")} <code>{problem.traceId}</code>
          </p>
        )}
      </Result>
    </section>
  );
}
