import { type TableProps, Tag } from "antd";
import { Link } from "react-router";
import type { Ban } from "../api/types";
import { subjectName } from "../sanctions/measures";
import { Clause } from "../shared/Clause";
import { useProgrammes } from "../shared/programmes";
import { useCategories } from "../shared/useCategories";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Who may not apply, for what, from when until when (ZS-20, ZS-22, EO-13, HB-05). */
export function useBanColumns(): NonNullable<TableProps<Ban>["columns"]> {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { name } = useCategories();
  const programmes = useProgrammes();
  const coverName = (covered: string) => {
    const [programme = "", register] = covered.split("/");
    return register ? `${programmes.name(programme)} / ${register}` : programmes.name(programme);
  };
  return [
    { title: t("单位", "Legal person"), dataIndex: "name" },
    { title: t("统一社会信用代码", "Code"), render: (_, ban) => <code>{ban.code}</code> },
    { title: t("身份", "As"), render: (_, ban) => t(subjectName(ban.subject)) },
    {
      title: t("情形", "Ground"),
      render: (_, ban) => (
        <>
          <Link to={ban.sanctionId ? `/sanctions/${ban.sanctionId}` : `/registers/entries/${ban.registerEntryId}`}>
            {t(ban.groundZh, ban.groundEn)}
          </Link>{" "}
          <Clause id={ban.clause} />
        </>
      ),
    },
    {
      title: t("范围", "Scope"),
      render: (_, ban) =>
        [
          ...ban.covers.map((covered) => coverName(covered)),
          ban.category && t(`同一类型：${name(ban.category)}`, `Same type: ${name(ban.category)}`),
          ban.place && t(`同一地点：${ban.place}`, `Same place: ${ban.place}`),
        ]
          .filter(Boolean)
          .join(" · "),
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
  const waiting = ban.liftings.find((one) => one.status === "proposed");
  if (waiting && ban.firstFreeDay > today) {
    return (
      <Tag variant="filled" color="warning" title={[waiting.documentNumber, waiting.proposedByName, waiting.reason].join(" · ")}>
        {t("禁止申报，解除待确认", "Barred; lifting awaits confirmation")}
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
