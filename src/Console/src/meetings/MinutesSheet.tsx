import type { Meeting } from "../api/meetings";
import { instant } from "../shared/figures";
import { useText } from "../shell/text";
import { casts, kinds, taken, tally } from "./casts";

/** The minutes as they are printed and signed. */
export function MinutesSheet({ meeting, programme }: { meeting: Meeting; programme: string }) {
  const { t } = useText();
  const names = new Map(meeting.seats.map((seat) => [seat.seat, `${t(seat)}${seat.name ? ` ${seat.name}` : ""}`]));
  const absent = meeting.seats.filter((seat) => !seat.isPresent);
  const list = (seats: Meeting["seats"]) => seats.map((seat) => names.get(seat.seat)).join(t("、", ", ")) || t("无", "none");
  return (
    <article className="sheet printable minutes">
      <h3>
        {programme} {t("领导小组会议纪要", "Minutes of the leading group")}
      </h3>
      <p>
        {meeting.documentNumber} · {meeting.heldOn}
      </p>
      <p>
        {t("到会", "Present")}（{taken(meeting).length} / {meeting.seats.length}）：{list(taken(meeting))}
      </p>
      <p>
        {t("缺席", "Absent")}：{list(absent)}
      </p>
      <p className="secondary">
        {t(
          `法定人数 ${meeting.quorum} 席；同意者须超过到会且未回避者的 ${meeting.majority}（${meeting.clause}）。`,
          `Quorum ${meeting.quorum} seats; carried by more than ${meeting.majority} of those present and not recused (${meeting.clause}).`,
        )}
      </p>
      <ol>
        {meeting.motions.map((motion) => (
          <li key={motion.id} value={motion.number}>
            <strong>
              {t(kinds[motion.kind])} · {motion.title}
            </strong>
            <p>{motion.text}</p>
            <p>
              {t(tally(motion))}。{motion.adopted ? t("决议：通过。", "Carried.") : t("决议：未通过。", "Lost.")}
            </p>
            {motion.votes
              .filter((vote) => vote.cast !== "for")
              .map((vote) => (
                <p key={vote.seat} className="secondary">
                  {names.get(vote.seat)}：{t(casts[vote.cast])}
                  {vote.reason && `，${vote.reason}`}
                </p>
              ))}
          </li>
        ))}
      </ol>
      <p className="minutes-signed">
        {t("记录", "Written by")}：{meeting.recordedByName} {t("确认", "Confirmed by")}：{meeting.confirmedByName ?? "________"}{" "}
        {meeting.confirmedAt && instant(meeting.confirmedAt)}
      </p>
    </article>
  );
}
