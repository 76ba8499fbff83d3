import { Table } from "antd";
import type { Institution } from "../api/types";
import { Clause } from "../shared/Clause";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

/** What a body has been, from when, by which decision and clause. */
export function StandingHistory({ institution }: { institution: Institution }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("状态沿革", "History of its standing")}</h2>
      <Table<Institution["history"][number]>
        size="small"
        pagination={false}
        scroll={{ x: "max-content" }}
        rowKey={(entry) => `${entry.standing} ${entry.effectiveFrom} ${entry.recordedAt}`}
        dataSource={institution.history}
        columns={[
          { title: t("状态", "Standing"), render: (_, entry) => <Status value={entry.standing} of="standing" /> },
          { title: t("生效", "From"), dataIndex: "effectiveFrom" },
          { title: t("决定文号", "Decision"), dataIndex: "decisionNumber" },
          { title: t("决定日期", "Decided on"), dataIndex: "decidedOn" },
          { title: t("依据", "Clause"), render: (_, entry) => <Clause id={entry.clause} /> },
          { title: t("登记人", "Recorded by"), dataIndex: "recordedByName" },
        ]}
      />
    </section>
  );
}
