import { Alert, Button } from "antd";
import type { FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { RefusalAlert } from "../RefusalAlert";
import type { DraftState } from "./useDraft";

type DraftNoteProps = {
  state: DraftState;
  error: unknown;
  reload: () => void;
  retry: () => void;
  /** What stands in the form and was left out of what is saved. */
  faulty?: FormField[];
};

/** Tells whether what was typed is safe. */
export function DraftNote({ state, error, reload, retry, faulty = [] }: DraftNoteProps) {
  const { t } = useText();
  if (state === "conflict") {
    return (
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t(
          "本单位的其他人刚刚修改了这份草稿，您的最后改动尚未保存。",
          "Somebody else of your organisation has just changed this draft; your last changes are not saved.",
        )}
        action={<Button onClick={reload}>{t("载入最新内容", "Load the latest")}</Button>}
      />
    );
  }
  if (state === "failed") {
    return (
      <>
        <RefusalAlert error={error} />
        <Button onClick={retry}>{t("重新保存", "Save again")}</Button>
      </>
    );
  }
  if (state === "saved" && faulty.length > 0) {
    return (
      <span className="draft-note wrong" role="status">
        {t(
          `${faulty.map((field) => field.label.zh).join("、")}有误，未保存；其余已保存`,
          `Not saved, as it is wrong: ${faulty.map((field) => field.label.en).join(", ")}; all else is saved`,
        )}
      </span>
    );
  }
  return (
    <span className="draft-note secondary" role="status">
      {state === "saved" ? t("草稿已保存", "Draft saved") : t("正在保存…", "Saving…")}
    </span>
  );
}
