import { Form, Input, Radio } from "antd";
import { type Meeting, type MotionEntry, meetings, type SubjectKind, type VoteCast } from "../api/meetings";
import { ActionButton } from "../shared/ActionButton";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";
import { casts, kinds, taken } from "./casts";
import { EntrySubject, OneOf } from "./subjects";

type Moving = {
  kind: SubjectKind;
  id?: string;
  /** `register/step` of an entry. */
  step?: string;
  title?: string;
  text: string;
  votes: Record<string, { vote: VoteCast; reason?: string }>;
};

/** A motion and its vote come into the minutes, seat by seat (SD-03). */
export function MoveMotion({ meeting }: { meeting: Meeting }) {
  const { t } = useText();
  const seats = taken(meeting);
  return (
    <ActionButton<Moving, Meeting>
      label={t("录入议题", "Enter a motion")}
      type="primary"
      version={meeting.version}
      initial={{ kind: "application", votes: Object.fromEntries(seats.map((seat) => [seat.seat, { vote: "for" }])) }}
      fields={
        <>
          <Form.Item name="kind" label={t("类别", "Kind")} rules={[{ required: true }]}>
            <Radio.Group options={Object.entries(kinds).map(([value, name]) => ({ value, label: t(name) }))} />
          </Form.Item>
          <Subject programme={meeting.programme} />
          <ReasonField name="text" label={t("审议内容", "What is moved")} />
          <h4>{t("表决", "Vote")}</h4>
          {meeting.partiesAreRecused && (
            <p className="secondary">
              {t(
                "所在集团是运营公司、设立主体或入驻企业的成员应当回避，否则不能录入。",
                "A member whose group is operator, founder or tenant is recused, or the motion is refused.",
              )}
            </p>
          )}
          {seats.map((seat) => (
            <SeatVote key={seat.seat} seat={seat.seat} label={`${t(seat)} ${seat.name}`} />
          ))}
        </>
      }
      summary={({ votes }) => [
        ...Object.entries(casts).map(([cast, name]) => ({
          label: t(name),
          value: Object.values(votes).filter((one) => one.vote === cast).length,
        })),
      ]}
      act={(moving, act) => meetings.move(meeting.id, entry(moving), act)}
      done={t("议题已录入", "Entered")}
    />
  );
}

/** A form as the service reads it. */
function entry({ kind, id, step, title, text, votes }: Moving): MotionEntry {
  return {
    subject: kind === "other" ? { kind, title } : { kind, id, step: kind === "entry" ? step?.split("/")[1] : undefined },
    text,
    votes: Object.entries(votes).map(([seat, { vote, reason }]) => ({
      seat,
      vote,
      reason: vote === "recused" ? reason : undefined,
    })),
  };
}

function Subject({ programme }: { programme: string }) {
  const { t } = useText();
  const kind = Form.useWatch("kind") as SubjectKind | undefined;
  switch (kind) {
    case "application":
    case "institution":
      return <OneOf key={kind} kind={kind} programme={programme} />;
    case "entry":
      return <EntrySubject programme={programme} />;
    default:
      return (
        <Form.Item name="title" label={t("事项名称", "Matter")} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      );
  }
}

function SeatVote({ seat, label }: { seat: string; label: string }) {
  const { t } = useText();
  const recused = Form.useWatch(["votes", seat, "vote"]) === "recused";
  return (
    <div className="seat-vote">
      <Form.Item name={["votes", seat, "vote"]} label={label} rules={[{ required: true }]}>
        <Radio.Group
          size="small"
          optionType="button"
          options={Object.entries(casts).map(([value, name]) => ({ value, label: t(name) }))}
        />
      </Form.Item>
      {recused && (
        <Form.Item name={["votes", seat, "reason"]} label={t("回避理由", "Why")} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </div>
  );
}
