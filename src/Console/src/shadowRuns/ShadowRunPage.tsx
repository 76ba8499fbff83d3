import { useQuery } from "@tanstack/react-query";
import { Alert, Progress } from "antd";
import { useParams } from "react-router";
import { type ShadowRunDetail, shadowRuns } from "../api/shadowRuns";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { MapTables } from "./MapTables";
import { ShadowActs } from "./ShadowActs";
import { ShadowReport } from "./ShadowReport";
import "./shadow.css";

/** A shadow run: its columns are mapped, it runs, and then its report stands. */
export function ShadowRunPage() {
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["shadow-run", id],
    queryFn: () => shadowRuns.one(id),
    refetchInterval: (of) => (of.state.data?.run.state === "running" ? 1000 : false),
  });
  return <Loaded query={query}>{(value) => <Details value={value} />}</Loaded>;
}

function Details({ value }: { value: ShadowRunDetail }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const { run, progress } = value;
  return (
    <Page
      title={run.title}
      parent={{ to: "/shadow-runs", name: t("影子演练", "Shadow runs") }}
      status={<Status value={run.state} of="shadow-run" />}
      lead={name(run.programme)}
      actions={<ShadowActs value={value} />}
    >
      {run.faultZh && <Alert type="error" showIcon title={t(run.faultZh, run.faultEn ?? run.faultZh)} />}
      {run.state === "running" && (
        <section className="panel">
          <h2>{t("正在逐行核对", "Holding row by row against the rules")}</h2>
          <Progress
            percent={progress?.total ? 100 : 60}
            status="active"
            format={() => t(`已读 ${progress?.done ?? 0} 行`, `${progress?.done ?? 0} rows read`)}
          />
        </section>
      )}
      {(run.state === "draft" || run.state === "faulty") && <MapTables value={value} />}
      {run.state === "done" && value.summary && <ShadowReport value={value} summary={value.summary} />}
    </Page>
  );
}
