import { Table, Tag } from "antd";
import { Link } from "react-router";
import { type Meeting, type Motion, meetings } from "../api/meetings";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { useText } from "../shell/text";
import { casts, kinds, subjectAddress, taken, tally } from "./casts";

/** What was moved, how each seat voted, and what came of it. */
export function Motions({ meeting, mayTakeOff }: { meeting: Meeting; mayTakeOff: boolean }) {
  const { t } = useText();
  return (
    <section className="panel no-print">
      <h2>{t("议题和表决", "Motions")}</h2>
      <Table<Motion>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={meeting.motions}
        locale={{ emptyText: <Empty text={t("还没有议题", "No motions yet")} /> }}
        expandable={{ expandedRowRender: (motion) => <Votes meeting={meeting} motion={motion} /> }}
        columns={[
          { title: t("序号", "No."), dataIndex: "number" },
          { title: t("类别", "Kind"), render: (_, motion) => t(kinds[motion.kind]) },
          { title: t("事项", "About"), render: (_, motion) => <Subject motion={motion} /> },
          { title: t("审议内容", "Moved"), render: (_, motion) => <div className="finding">{motion.text}</div> },
          { title: t("表决", "Vote"), render: (_, motion) => t(tally(motion)) },
          { title: t("结果", "Outcome"), render: (_, motion) => <Outcome motion={motion} /> },
          { title: "", render: (_, motion) => mayTakeOff && <TakeOff meeting={meeting} motion={motion} /> },
        ]}
      />
    </section>
  );
}

export function Outcome({ motion }: { motion: Motion }) {
  const { t } = useText();
  return <Tag color={motion.adopted ? "success" : "error"}>{motion.adopted ? t("通过", "Carried") : t("未通过", "Lost")}</Tag>;
}

function Subject({ motion }: { motion: Motion }) {
  const address = subjectAddress(motion);
  return address ? <Link to={address}>{motion.title}</Link> : motion.title;
}

function Votes({ meeting, motion }: { meeting: Meeting; motion: Motion }) {
  const { t } = useText();
  const of = new Map(motion.votes.map((vote) => [vote.seat, vote]));
  return (
    <ul className="plain-list votes">
      {taken(meeting).map((seat) => {
        const vote = of.get(seat.seat);
        return (
          <li key={seat.seat}>
            {t(seat)} {seat.name}
            {t("：", ": ")}
            {vote && t(casts[vote.cast])} {vote?.reason && t(`（${vote.reason}）`, `(${vote.reason})`)}
          </li>
        );
      })}
    </ul>
  );
}

function TakeOff({ meeting, motion }: { meeting: Meeting; motion: Motion }) {
  const { t } = useText();
  return (
    <ActionButton<object, Meeting>
      label={t("撤下", "Take off")}
      size="small"
      danger
      version={meeting.version}
      summary={() => [{ label: t("事项", "About"), value: motion.title }]}
      consequence={t(
        "纪要确认之前，误录的议题可以撤下重录。",
        "What was entered wrongly leaves the minutes before they are confirmed.",
      )}
      act={(_, act) => meetings.takeOff(meeting.id, motion.id, act)}
      done={t("已撤下", "Taken off")}
    />
  );
}
