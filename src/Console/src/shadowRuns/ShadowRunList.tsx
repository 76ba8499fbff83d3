import { Link } from "react-router";
import { type ShadowRun, shadowRuns } from "../api/shadowRuns";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { BeginShadowRun } from "./BeginShadowRun";

/** A bureau's own spreadsheets held against the rules, before anything enters the books. */
export function ShadowRunList() {
  const { t } = useText();
  const { name, options } = useProgrammes();
  return (
    <Page
      title={t("影子演练", "Shadow runs")}
      lead={t(
        "把现有台账交给平台核对一遍：每一分超上限、漏追缴、重复列支的钱，都指到文件的那一句话和表格的那一行。演练不入账、不改动任何数据。",
        "Hold the spreadsheets that you have against the rules: every fen above a cap, never claimed back or claimed twice, with the sentence that says so and the row it stands in. Nothing enters the books.",
      )}
      actions={<Link to="/histories">{t("期初导入", "Opening balances")}</Link>}
    >
      <BeginShadowRun />
      <FilterTable<ShadowRun>
        of="shadow-runs"
        fetchPage={shadowRuns.list}
        rowKey="id"
        emptyText={t("还没有演练。先用示例文件试一试。", "No shadow run yet. Try the sample first.")}
        filters={[{ name: "programme", label: t("项目", "Programme"), options }]}
        columns={[
          { title: t("报告", "Report"), render: (_, run) => <Link to={`/shadow-runs/${run.id}`}>{run.title}</Link> },
          { title: t("项目", "Programme"), render: (_, run) => name(run.programme) },
          { title: t("状态", "State"), render: (_, run) => <Status value={run.state} of="shadow-run" /> },
          { title: t("截至日", "As of"), dataIndex: "asOf" },
          { title: t("核对行数", "Rows"), dataIndex: "rows", className: "amount" },
          { title: t("问题", "Findings"), dataIndex: "findings", className: "amount" },
          {
            title: t("涉及金额（元）", "Amount (yuan)"),
            className: "amount",
            render: (_, run) => (run.state === "done" ? <Money fen={run.totalFen} strong /> : "—"),
          },
          { title: t("上传人", "By"), render: (_, run) => run.begun.name },
        ]}
      />
    </Page>
  );
}
