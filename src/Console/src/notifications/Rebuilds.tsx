import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { notices, type Rebuild } from "../api/notices";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

/** What was put right, table by table; nothing is what one hopes for. */
export function correctedOf(result: string | null): [table: string, rows: number][] {
  return result ? Object.entries((JSON.parse(result) as { corrected: Record<string, number> }).corrected) : [];
}

/** Rebuilds of what is projected from the neighbours' events. */
export function Rebuilds() {
  const { t } = useText();
  const rebuilds = useQuery({ queryKey: ["rebuilds"], queryFn: notices.rebuilds, refetchInterval: 5_000 });
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t("投影重建", "Rebuilt projections")}</h2>
        <ActionButton<object, Rebuild>
          label={t("从事件重建", "Rebuild from events")}
          act={(_, act) => notices.rebuild(act)}
          consequence={t(
            "按收到的全部事件重新计算机构、材料、拨付和年度资金，与现有数据核对；报告、评价等记录不受影响。",
            "Institutions, papers, payments and years' money are computed anew from all events received and compared; reports, evaluations and other records are not touched.",
          )}
          done={t("已开始重建", "The rebuild has begun")}
        />
      </div>
      <Table<Rebuild>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={rebuilds.data?.items ?? []}
        locale={{ emptyText: <Empty text={t("尚未重建过", "Never rebuilt")} /> }}
        columns={[
          { title: t("时间", "When"), render: (_, row) => instant(row.requestedAt) },
          { title: t("状态", "State"), render: (_, row) => <Status value={row.state} of="job" /> },
          { title: t("进度", "Progress"), render: (_, row) => `${row.done} / ${row.total}` },
          { title: t("更正的数据", "Put right"), render: (_, row) => <Corrected rebuild={row} /> },
        ]}
      />
    </section>
  );
}

function Corrected({ rebuild }: { rebuild: Rebuild }) {
  const { t } = useText();
  const corrected = correctedOf(rebuild.result);
  if (rebuild.state !== "done") {
    return <>{rebuild.error ?? "—"}</>;
  }
  return (
    <>
      {corrected.length === 0 ? t("无差异", "No difference") : corrected.map(([table, rows]) => `${table}：${rows}`).join(" · ")}
    </>
  );
}
