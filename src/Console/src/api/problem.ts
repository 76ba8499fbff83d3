import type { Language, Text } from "../shell/text";

/** A refusal as the services write it (RFC 9457): which clause said no, with which figures, in both languages. */
export type Problem = {
  status: number;
  code?: string;
  clause?: string;
  title?: string;
  detail?: string;
  zh?: string;
  en?: string;
  inputs?: Record<string, unknown>;
  traceId?: string;
};

export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code ?? `HTTP ${problem.status}`);
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer at all: the network or the gateway is away. Status 0, as no server ever answers it. */
export const unreachable: Problem = {
  status: 0,
  code: "unreachable",
  zh: "暂时无法连接服务器。您的输入仍保留在本页，请稍后重试。",
  en: "The server cannot be reached at the moment. What you entered is still on this page; please try again shortly.",
};

const byStatus: Record<number, Text> = {
  401: { zh: "登录已过期，请重新登录。", en: "Your session has expired. Please sign in again." },
  403: { zh: "您的角色不能进行此操作。", en: "Your role may not do this." },
  404: { zh: "没有找到，或您无权查看。", en: "Not found, or you may not see it." },
  428: { zh: "请刷新后再试。", en: "Reload the page and try again." },
  409: { zh: "当前状态不允许此操作。", en: "The present state does not allow this." },
  412: { zh: "内容已被他人修改，请载入最新内容后再试。", en: "Somebody else has changed it. Load the latest and try again." },
  413: { zh: "内容过大。", en: "The content is too large." },
  429: { zh: "操作过于频繁，请稍候。", en: "Too many requests. Please wait a moment." },
  503: { zh: "所需的服务暂不可用，请稍后重试。", en: "A service that is needed is not available. Please try again shortly." },
};

/** The sentence to show: the refusal's own, else one by status; never a stack trace and never a bare code. */
export function sentence(problem: Problem, language: Language): string {
  return (
    problem[language] ??
    problem.detail ??
    byStatus[problem.status]?.[language] ??
    problem.title ??
    (language === "zh" ? "操作未能完成，请稍后重试。" : "It could not be completed. Please try again shortly.")
  );
}

/** Any thrown thing as a problem, for the one place that shows them. */
export function toProblem(error: unknown): Problem {
  return error instanceof ProblemError ? error.problem : { status: -1, code: "console-error" };
}
