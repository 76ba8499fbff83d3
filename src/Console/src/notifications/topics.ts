import type { NoticeTopic } from "../api/notices";
import type { Text } from "../shell/text";

/** The sorts of notices, as people call them, and what belongs to each. */
export const topics: Record<NoticeTopic, Text & { means: Text }> = {
  deadlines: {
    zh: "期限提醒",
    en: "Deadlines",
    means: { zh: "报告、任务、阶段目标即将到期或已逾期", en: "Reports, tasks and milestones that come due or are late" },
  },
  decisions: {
    zh: "决定与结果",
    en: "Decisions and results",
    means: {
      zh: "资格、评价结果、异议处理、通报、延期、委托",
      en: "Standing, results, objections decided, bulletins, extensions, delegations",
    },
  },
  money: {
    zh: "资金",
    en: "Money",
    means: { zh: "拨付、退汇、结算、追缴", en: "Payments, returns, settlements, claims" },
  },
  work: {
    zh: "待办事项",
    en: "Work",
    means: { zh: "报送、退回、评分、异议等待办理", en: "What was handed in, given back or is to be scored" },
  },
  confirmations: {
    zh: "待复核事项",
    en: "Confirmations",
    means: { zh: "他人办理后等待另一人复核或发布", en: "What another person did and somebody else confirms" },
  },
};

/** As choices of a filter or a list of boxes. */
export const topicOptions = (t: (text: Text) => string) =>
  Object.entries(topics).map(([value, name]) => ({ value: value as NoticeTopic, label: t(name) }));
