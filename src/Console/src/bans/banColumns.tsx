import { type TableProps, Tag } from "antd";
import { Link } from "react-router";
import type { Ban } from "../api/types";
import { subjectName } from "../sanctions/measures";
import { Clause } from "../shared/Clause";
import { useCategories } from "../shared/useCategories";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Who may not apply, for what, from when until when (ZS-20, ZS-22). */
export function useBanColumns(): NonNullable<TableProps<Ban>["columns"]> {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { name } = useCategories();
  return [
    { title: t("单位", "Legal person"), dataIndex: "name" },
    { title: t("统一社会信用代码", "Code"), render: (_, ban) => <code>{ban.code}</code> },
    { title: t("身份", "As"), render: (_, ban) => t(subjectName(ban.subject)) },
    {
      title: t("情形", "Ground"),
      render: (_, ban) => (
        <>
          <Link to={`/sanctions/${ban.sanctionId}`}>{t(ban.groundZh, ban.groundEn)}</Link> <Clause id={ban.clause} />
        </>
      ),
    },
    {
      title: t("范围", "Scope"),
      render: (_, ban) =>
        ban.category ? t(`同一类型：${name(ban.category)}`, `Same type: ${name(ban.category)}`) : t("本项目", "The programme"),
    },
    { title: t("自", "From"), dataIndex: "from" },
    { title: t("最后一日", "Last day"), dataIndex: "lastDay" },
    { title: t("可重新申报", "First free day"), dataIndex: "firstFreeDay" },
    { title: t("状态", "State"), render: (_, ban) => <State ban={ban} today={today} /> },
  ];
}

function State({ ban, today }: { ban: Ban; today: string }) {
  const { t } = useText();
  if (ban.liftedOn && ban.liftedOn <= today) {
    return (
      <Tag variant="filled" title={[ban.liftDocumentNumber, ban.liftedByName, ban.liftReason].filter(Boolean).join(" · ")}>
        {t(`${ban.liftedOn} 提前解除`, `Lifted from ${ban.liftedOn}`)}
      </Tag>
    );
  }
  return ban.firstFreeDay <= today ? (
    <Tag variant="filled">{t("已期满", "Over")}</Tag>
  ) : (
    <Tag variant="filled" color="error">
      {t("禁止申报", "Barred")}
    </Tag>
  );
}
