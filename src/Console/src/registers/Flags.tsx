import { Alert } from "antd";
import type { EntryFlag } from "../api/registers";
import { Clause } from "../shared/Clause";
import { useText } from "../shell/text";

/** What conditions have to say about an entry without refusing it. */
export function Flags({ flags }: { flags: EntryFlag[] }) {
  return flags.map((flag) => <Flag key={`${flag.at} ${flag.condition}`} flag={flag} />);
}

function Flag({ flag }: { flag: EntryFlag }) {
  const { t } = useText();
  const waits = flag.wantsPerson && !flag.answeredBy;
  return (
    <Alert
      className="gap"
      type={flag.answeredBy ? "success" : "warning"}
      showIcon
      title={
        <>
          {t(flag)} <Clause id={flag.clause} /> <span className="secondary">{flag.on}</span>
        </>
      }
      description={
        flag.answeredBy
          ? `${flag.answeredBy}${t("：", ": ")}${flag.answer ?? ""}`
          : waits && t("须由办理人判断后才能办理下一环节。", "A person judges it before the entry moves on.")
      }
    />
  );
}
