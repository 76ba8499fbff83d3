import { Button, Table, type TableProps } from "antd";
import { useEffect } from "react";
import type { Target } from "../api/types";
import { District } from "../places/District";
import { Cited } from "../shared/Clause";
import { useText } from "../shell/text";
import { useWide } from "../shell/useWide";
import { TargetBar } from "./TargetBar";
import { TargetDetail } from "./TargetDetail";
import { wantedText } from "./wanted";
import { YearCell } from "./YearCell";
import "./targets.css";

type TargetTableProps = {
  targets: Target[];
  years: number[];
  programme: string;
  on: string;
  /** The target that is opened below its row. */
  chosen: string | undefined;
  choose: (name: string | undefined) => void;
};

/** Indicator by year: actual, plan and forecast, and the share reached; the chosen row opens with its chart. */
export function TargetTable({ targets, years, programme, on, chosen, choose }: TargetTableProps) {
  const { t, language } = useText();
  const wide = useWide();

  // Who comes by a link to one target is brought to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival, not when another row is opened
  useEffect(() => {
    if (chosen) {
      document.querySelector(`[data-row-key="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: "start" });
    }
  }, []);

  const columns: TableProps<Target>["columns"] = [
    {
      title: t("指标", "Indicator"),
      className: "target-name",
      fixed: wide ? "start" : undefined,
      render: (_, row) => (
        <>
          <Button
            type="link"
            aria-expanded={row.name === chosen}
            onClick={() => choose(row.name === chosen ? undefined : row.name)}
          >
            {t(row.label)}
          </Button>{" "}
          <Cited citation={row.citation} />
          {row.district && (
            <div className="secondary">
              <District code={row.district} />
            </div>
          )}
          {!wide && <TargetBar target={row} on={on} />}
        </>
      ),
    },
    {
      title: t("目标", "Wanted"),
      className: "target-wanted",
      render: (_, row) => (
        <>
          <span title={row.wanted}>{wantedText(row, language)}</span>
          <div className="secondary">
            {t(`到 ${row.by}`, `by ${row.by}`)}
            {row.aim && t("（力争）", " (aim)")}
          </div>
        </>
      ),
    },
    ...(wide
      ? [
          {
            title: t("达成度", "Reached"),
            className: "target-reached",
            render: (_: unknown, row: Target) => <TargetBar target={row} on={on} />,
          },
        ]
      : []),
    ...years.map((year) => ({
      title: year,
      className: "amount",
      render: (_: unknown, row: Target) => <YearCell target={row} year={year} />,
    })),
  ];
  return (
    <Table<Target>
      className="target-table"
      size="small"
      rowKey="name"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={targets}
      columns={columns}
      expandable={{
        showExpandColumn: wide,
        expandedRowKeys: chosen ? [chosen] : [],
        onExpand: (open, row) => choose(open ? row.name : undefined),
        expandedRowRender: (row) => <TargetDetail target={row} programme={programme} />,
      }}
    />
  );
}
