import { Alert, Button } from "antd";
import { useText } from "../../shell/text";
import { RefusalAlert } from "../RefusalAlert";
import type { DraftState } from "./useDraft";

type DraftNoteProps = {
  state: DraftState;
  error: unknown;
  reload: () => void;
  retry: () => void;
};

/** Tells whether what was typed is safe. */
export function DraftNote({ state, error, reload, retry }: DraftNoteProps) {
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
  return (
    <span className="draft-note secondary" role="status">
      {state === "saved" ? t("草稿已保存", "Draft saved") : t("正在保存…", "Saving…")}
    </span>
  );
}
