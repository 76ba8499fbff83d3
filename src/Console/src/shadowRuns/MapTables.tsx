import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Select, Table, Tag } from "antd";
import {
  type KindColumns,
  type ShadowRunDetail,
  type ShadowTable,
  shadowRuns,
  type TableKind,
  type TableMapping,
} from "../api/shadowRuns";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { tableKinds, units } from "./words";

/** Each table of the files: what it tells of, and which of its titles is which of our columns. */
export function MapTables({ value }: { value: ShadowRunDetail }) {
  const columns = useQuery({
    queryKey: ["shadow-run-columns"],
    queryFn: shadowRuns.columns,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      {value.tables.map((table) => (
        <MapTable key={table.number} run={value.run.id} table={table} kinds={columns.data ?? []} />
      ))}
    </>
  );
}

function MapTable({ run, table, kinds }: { run: string; table: ShadowTable; kinds: KindColumns[] }) {
  const { t } = useText();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (mapping: TableMapping) => shadowRuns.mapTable(run, table.number, mapping),
    onSuccess: (value) => queries.setQueryData(["shadow-run", run], value),
  });
  // What is being chosen is shown at once; what was refused stays visible beside its reason.
  const shown: TableMapping = save.variables ?? table;
  const known = kinds.find((one) => one.kind === shown.kind)?.columns ?? [];
  const titles = [...new Set(table.titles.filter((title) => title !== ""))].map((title) => ({ value: title, label: title }));
  const change = (part: Partial<TableMapping>) =>
    save.mutate({ kind: shown.kind, unit: shown.unit, columns: shown.columns, ...part });
  return (
    <section className="panel">
      <h2>
        {table.name} <span className="secondary">{table.fileName}</span>{" "}
        {shown.kind ? (
          <Tag color="success">
            {t(`已对应 ${Object.keys(shown.columns).length} 列`, `${Object.keys(shown.columns).length} columns`)}
          </Tag>
        ) : (
          <Tag>{t("不读取", "Not read")}</Tag>
        )}
      </h2>
      <div className="shadow-mapping">
        <label htmlFor={`kind-${table.number}`}>
          <span>{t("表的内容", "What it tells")}</span>
          <Select
            id={`kind-${table.number}`}
            allowClear
            placeholder={t("不读取", "Not read")}
            value={shown.kind}
            options={Object.entries(tableKinds).map(([kind, text]) => ({ value: kind as TableKind, label: t(text) }))}
            onChange={(kind) => change({ kind: kind ?? null, columns: {} })}
          />
        </label>
        {shown.kind && (
          <label htmlFor={`unit-${table.number}`}>
            <span>{t("金额单位", "Unit")}</span>
            <Select
              id={`unit-${table.number}`}
              allowClear
              placeholder={t("按列名", "As titled")}
              value={shown.unit}
              options={Object.entries(units).map(([unit, text]) => ({ value: unit, label: t(text) }))}
              onChange={(unit) => change({ unit: (unit as TableMapping["unit"]) ?? null })}
            />
          </label>
        )}
        {known.map((column) => (
          <label key={column.key} htmlFor={`column-${table.number}-${column.key}`}>
            <span>
              {column.required && <span className="required">*</span>}
              {t(column)}
            </span>
            <Select
              id={`column-${table.number}-${column.key}`}
              allowClear
              showSearch
              placeholder={t("无此列", "None")}
              value={shown.columns[column.key]}
              options={titles}
              onChange={(title) => {
                const { [column.key]: _, ...others } = shown.columns;
                change({ columns: title ? { ...others, [column.key]: title } : others });
              }}
            />
          </label>
        ))}
      </div>
      <RefusalAlert error={save.error} />
      <Table
        size="small"
        pagination={false}
        scroll={{ x: "max-content" }}
        rowKey="key"
        dataSource={table.preview.map((cells, at) => ({ key: at, cells }))}
        columns={table.titles.map((title, at) => ({ title: title || "—", key: at, render: (_, row) => row.cells[at] ?? "" }))}
      />
    </section>
  );
}
