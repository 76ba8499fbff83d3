import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useParams } from "react-router";
import { type Meeting, meetings } from "../api/meetings";
import { ActionButton } from "../shared/ActionButton";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { MinutesSheet } from "./MinutesSheet";
import { Motions } from "./Motions";
import { MoveMotion } from "./MoveMotion";
import "./meetings.css";

/** One meeting: who sat there, what was moved and voted; the sheet below is what is printed. */
export function MeetingPage() {
  const { id = "" } = useParams();
  const meeting = useQuery({ queryKey: ["meeting", id], queryFn: () => meetings.get(id) });
  return <Loaded query={meeting}>{(value) => <Details meeting={value} />}</Loaded>;
}

function Details({ meeting }: { meeting: Meeting }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const [office, leader] = [useHasRole("city-reviewer"), useHasRole("leader")];
  const open = meeting.status === "recorded";
  return (
    <Page
      title={meeting.documentNumber}
      parent={{ to: "/meetings", name: t("领导小组会议", "Leading group") }}
      status={<Status value={meeting.status} of="meeting" />}
      lead={`${name(meeting.programme)} · ${meeting.heldOn}`}
      actions={
        <>
          {office && open && <MoveMotion meeting={meeting} />}
          {leader && open && <ConfirmMinutes meeting={meeting} />}
          <Button onClick={() => window.print()}>{t("打印纪要", "Print")}</Button>
        </>
      }
    >
      <Motions meeting={meeting} mayTakeOff={office && open} />
      <section className="prints">
        <h2 className="prints-title">{t("会议纪要", "Minutes")}</h2>
        <MinutesSheet meeting={meeting} programme={name(meeting.programme)} />
      </section>
    </Page>
  );
}

function ConfirmMinutes({ meeting }: { meeting: Meeting }) {
  const { t } = useText();
  const carried = meeting.motions.filter((motion) => motion.adopted).length;
  return (
    <ActionButton<object, Meeting>
      label={t("确认纪要", "Confirm the minutes")}
      type="primary"
      version={meeting.version}
      summary={() => [
        { label: t("纪要编号", "Minutes"), value: meeting.documentNumber },
        { label: t("议题", "Motions"), value: meeting.motions.length },
        { label: t("通过", "Carried"), value: carried },
        { label: t("记录人", "Written by"), value: meeting.recordedByName },
      ]}
      consequence={t(
        "确认后不能更改，通过的事项成为决议；记录人不得确认。",
        "Then nothing changes any more and what was carried is a resolution. Whoever wrote them does not confirm them.",
      )}
      act={(_, act) => meetings.confirm(meeting.id, act)}
      done={t("纪要已确认", "Confirmed")}
    />
  );
}
