import { Alert } from "antd";
import { recognition } from "../api/recognition";
import type { Selection, SelectionEntry } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { type Appointing, AppointmentFields, appointment } from "./AppointmentFields";

/** The applications on which experts lie too far apart: further ones are heard before the review is concluded. */
export function ThirdOpinions({ selection }: { selection: Selection }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const wanting = selection.entries.filter((entry) => entry.thirdOpinionsWanted > 0);
  return wanting.map((entry) => (
    <Alert
      key={entry.applicationId}
      type="warning"
      showIcon
      title={t(
        `“${entry.title}”专家评分相差 ${entry.spread} 分，超过 ${selection.dispersionLimit} 分：还须 ${entry.thirdOpinionsWanted} 名专家复评，方可形成建议名单。`,
        `The scores of ${entry.title} lie ${entry.spread} points apart, more than ${selection.dispersionLimit}: ${entry.thirdOpinionsWanted} further opinion(s) are needed before the list is made.`,
      )}
      action={city && <Ask selection={selection} entry={entry} />}
    />
  ));
}

function Ask({ selection, entry }: { selection: Selection; entry: SelectionEntry }) {
  const { t } = useText();
  return (
    <ActionButton<Appointing, Selection>
      label={t("请专家复评", "Ask for a further opinion")}
      title={entry.title}
      size="small"
      version={selection.version}
      initial={{ count: entry.thirdOpinionsWanted }}
      fields={<AppointmentFields taken={new Set(entry.sheets.map((sheet) => sheet.expertId))} />}
      act={(values, act) => recognition.thirdOpinion(selection.id, entry.applicationId, appointment(values), act)}
      done={t("已请专家复评", "Asked")}
    />
  );
}
