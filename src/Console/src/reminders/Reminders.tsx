import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { type ReminderSummary, reminders } from "../api/reminders";
import { Clause } from "../shared/Clause";
import { useText } from "../shell/text";
import { countOf, reminderAddress } from "./words";

/** What a programme's registers remind of today, or what they do about one institution; nothing where they remind of nothing. */
export function Reminders({ programme, about }: { programme: string; about?: string }) {
  const { t } = useText();
  const found = useQuery({
    queryKey: ["reminders", programme, about],
    queryFn: () => reminders.all({ programme, about }),
  });
  const due = found.data?.items.filter((one) => one.count > 0) ?? [];
  return (
    due.length > 0 && (
      <section className={about ? "panel" : undefined} aria-label={t("登记提醒", "Reminders")}>
        <h3>{t("登记提醒", "Reminders")}</h3>
        <ul className="todo-list gap">
          {due.map((one) => (
            <Line key={one.name} reminder={one} about={about} />
          ))}
        </ul>
      </section>
    )
  );
}

function Line({ reminder, about }: { reminder: ReminderSummary; about?: string }) {
  const { t } = useText();
  return (
    <li>
      <span>
        <Link to={reminderAddress(reminder, about)}>{t(reminder.label)}</Link> <Clause id={reminder.clause} />
      </span>
      <span>{countOf(reminder)}</span>
    </li>
  );
}
