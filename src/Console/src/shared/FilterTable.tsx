import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Input, Select, Space, Table, type TableProps } from "antd";
import { useLocation, useSearchParams } from "react-router";
import type { Page } from "../api/http";
import { useText } from "../shell/text";
import { DayInput } from "./DayInput";
import { Empty } from "./Empty";
import { LinkPicker } from "./packForm/LinkInput";
import { RefusalAlert } from "./RefusalAlert";

/** Chosen from options, picked as a day, found as what a link leads to, or typed. */
export type Filter = {
  name: string;
  label: string;
  options?: { value: string; label: string }[];
  day?: true;
  link?: { programme?: string; of: string };
};

type FilterTableProps<T extends object> = {
  /** Names the list in the query cache. */
  of: string;
  fetchPage: (query: Record<string, string | undefined>) => Promise<Page<T>>;
  columns: TableProps<T>["columns"];
  filters?: Filter[];
  rowKey: string | ((row: T) => string);
  emptyText: string;
  /** What the list is limited to, whatever the filters say. */
  fixed?: Record<string, string | undefined>;
  rowSelection?: TableProps<T>["rowSelection"];
  limit?: number;
};

/**
 * A list whose filters and page stand in the address, so that it can be bookmarked, sent to a colleague, and walked with the
 * browser's own back button. Pages are keyset cursors: forward by the service's cursor, back by the trail kept in history.
 */
export function FilterTable<T extends object>(props: FilterTableProps<T>) {
  const { of, fetchPage, columns, filters = [], rowKey, emptyText, fixed = {}, rowSelection, limit = 20 } = props;
  const { t } = useText();
  const [address, setAddress] = useSearchParams();
  const trail: string[] = useLocation().state?.trail ?? [];
  const after = address.get("after") ?? "";
  const chosen = Object.fromEntries(filters.map(({ name }) => [name, address.get(name) ?? undefined]));
  const query = { ...chosen, ...fixed, after: after || undefined, limit: String(limit) };
  const list = useQuery({
    queryKey: [of, query],
    queryFn: () => fetchPage(query),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

  const choose = (name: string, value: string | undefined) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      next.delete("after");
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  const turn = (cursor: string, newTrail: string[]) =>
    setAddress(
      (now) => {
        const next = new URLSearchParams(now);
        cursor ? next.set("after", cursor) : next.delete("after");
        return next;
      },
      { state: { trail: newTrail } },
    );

  return (
    <>
      {filters.length > 0 && (
        <search className="filters no-print">
          {filters.map((filter) => (
            <FilterField key={filter.name} filter={filter} value={chosen[filter.name]} choose={choose} />
          ))}
        </search>
      )}
      {list.isError && <RefusalAlert error={list.error} />}
      <Table<T>
        size="middle"
        // What may be done stays in sight, however wide the row is.
        columns={columns?.map((column) => (column.title === "" ? { ...column, fixed: "end" } : column))}
        dataSource={list.data?.items ?? []}
        rowKey={rowKey as never}
        loading={list.isPending}
        rowSelection={rowSelection}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: list.isPending ? " " : <Empty text={emptyText} /> }}
      />
      {(after || list.data?.next) && (
        <nav className="pages no-print" aria-label={t("翻页", "Pages")}>
          <Space>
            <Button disabled={!after} onClick={() => turn("", [])}>
              {t("首页", "First")}
            </Button>
            <Button disabled={!after} onClick={() => turn(trail.at(-1) ?? "", trail.slice(0, -1))}>
              {t("上一页", "Previous")}
            </Button>
            <Button disabled={!list.data?.next} onClick={() => turn(list.data?.next ?? "", [...trail, after])}>
              {t("下一页", "Next")}
            </Button>
          </Space>
        </nav>
      )}
    </>
  );
}

type FieldProps = { filter: Filter; value: string | undefined; choose: (name: string, value: string | undefined) => void };

function FilterField({ filter, value, choose }: FieldProps) {
  const { t } = useText();
  const id = `filter-${filter.name}`;
  return (
    <label htmlFor={id}>
      <span>{filter.label}</span>
      {filter.options ? (
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          placeholder={t("全部", "All")}
          value={value}
          options={filter.options}
          onChange={(next) => choose(filter.name, next)}
        />
      ) : filter.link ? (
        <LinkPicker id={id} {...filter.link} value={value} onChange={(next) => choose(filter.name, next)} />
      ) : filter.day ? (
        <DayInput id={id} value={value} onChange={(day) => choose(filter.name, day ?? undefined)} />
      ) : (
        <Input
          id={id}
          allowClear
          key={value ?? ""}
          defaultValue={value}
          onPressEnter={(event) => choose(filter.name, event.currentTarget.value.trim() || undefined)}
          onBlur={(event) =>
            event.target.value.trim() !== (value ?? "") && choose(filter.name, event.target.value.trim() || undefined)
          }
        />
      )}
    </label>
  );
}
