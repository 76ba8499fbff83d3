import { Timeline as AntTimeline } from "antd";
import type { TimelineEntry } from "../api/types";
import { useText } from "../shell/text";
import { Clause } from "./Clause";
import { Empty } from "./Empty";
import { instant } from "./figures";
import { statusText } from "./statuses";

const colours: Record<string, string> = { returned: "orange", refused: "red", failed: "red", cancelled: "gray", paid: "green" };

/** What happened to a thing, in order, by whom. */
export function Timeline({ entries, of }: { entries: TimelineEntry[]; of?: string }) {
  const { t } = useText();
  if (entries.length === 0) {
    return <Empty text={t("还没有记录", "Nothing recorded yet")} />;
  }
  return (
    <AntTimeline
      className="timeline"
      items={entries.map((entry) => ({
        key: `${entry.at}-${entry.what}`,
        color: colours[entry.what] ?? "blue",
        content: (
          <>
            <div className="timeline-what">
              {t(statusText(entry.what, of))} {entry.clause && <Clause id={entry.clause} />}
            </div>
            <div className="secondary">
              <time dateTime={entry.at}>{instant(entry.at)}</time>
              {entry.by && ` · ${entry.by}`}
            </div>
            {entry.note && <div className="timeline-note">{entry.note}</div>}
          </>
        ),
      }))}
    />
  );
}
