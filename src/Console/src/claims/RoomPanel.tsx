import type { Room } from "../api/claims";
import { CapBar } from "../shared/CapBar";
import { Clause } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

/** What a claimant may still have under its ceiling. */
export function RoomPanel({ room }: { room: Room }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>
        {t(room.label)} <Clause id={room.clauseId} />
      </h2>
      <p className="secondary">
        {room.quote} · {room.fiscalYear ?? t("整个执行期累计", "over the whole life of the plan")} ·{" "}
        <Money fen={room.ceilingFen} />
      </p>
      <CapBar capFen={room.ceilingFen} committedFen={room.usedFen} paidFen={room.usedFen} />
    </section>
  );
}
