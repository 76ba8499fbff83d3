import { Alert, Table } from "antd";
import { Link } from "react-router";
import type { Selection, SelectionEntry } from "../api/types";
import { Status } from "../shared/Status";
import { StepClauses } from "../shared/StepClauses";
import { type Text, useText } from "../shell/text";
import { Spread } from "./Spread";
import { points } from "./track";

const shortfalls: Record<string, Text> = {
  "conditions-not-met": { zh: "多数专家认为不符合条件", en: "Most experts find the conditions not met" },
  "below-passing-score": { zh: "平均分低于合格分", en: "Mean below the passing score" },
  "beyond-places": { zh: "超出名额", en: "Beyond the places" },
};

/** The applications of a selection in the order of their means: the proposal list, and what the city made of it (ZS-15, ZS-26). */
export function Ranking({ selection }: { selection: Selection }) {
  const { t } = useText();
  const why = (entry: SelectionEntry) => {
    const shortfall = entry.shortfall ? shortfalls[entry.shortfall] : undefined;
    return [shortfall && t(shortfall), entry.reason].filter(Boolean).join(" ") || "—";
  };
  return (
    <section className="panel">
      <h2>
        {selection.status === "open" ? t("参评申报", "Applications") : t("建议名单", "Proposal list")}{" "}
        <StepClauses kind="expert-review" programme={selection.programme} />
      </h2>
      {selection.lastPlaceTied && (
        <Alert
          type="warning"
          showIcon
          title={t(
            "末位名额出现同分，均列入建议名单；审定时请剔除至名额以内并说明理由。",
            "Equal scores lie across the last place; all are proposed. Strike with reasons until the places suffice.",
          )}
        />
      )}
      <Table<SelectionEntry>
        size="small"
        rowKey="applicationId"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={selection.entries}
        columns={[
          { title: t("名次", "Rank"), render: (_, entry) => entry.rank ?? "—" },
          {
            title: t("申报", "Application"),
            render: (_, entry) => <Link to={`/applications/${entry.applicationId}`}>{entry.title}</Link>,
          },
          { title: t("平均分", "Mean"), className: "amount", render: (_, entry) => points(entry.meanHundredths) },
          { title: t("评分分布", "Scores"), render: (_, entry) => <Spread entry={entry} /> },
          {
            title: t("认为符合条件", "Found met"),
            render: (_, entry) => t(`${entry.foundMet} / ${entry.scores} 名专家`, `${entry.foundMet} of ${entry.scores} experts`),
          },
          { title: t("结果", "Outcome"), render: (_, entry) => <Status value={entry.outcome} of="entry" /> },
          { title: t("说明", "Why"), render: (_, entry) => why(entry) },
        ]}
      />
    </section>
  );
}
