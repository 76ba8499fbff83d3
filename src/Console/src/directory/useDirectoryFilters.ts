import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { type DirectoryCounts, directory, type ValueCount } from "../api/directory";
import type { Filter } from "../shared/FilterTable";
import { statusText } from "../shared/statuses";
import { districtName, jurisdictionName } from "../shell/names";
import { type Text, useText } from "../shell/text";

const names = ["jurisdiction", "programme", "type", "district", "field", "standing", "q", "on", "knownOn"];

/** The directory's filters with what each value would leave, and the query that stands in the address. */
export function useDirectoryFilters(open: boolean) {
  const { t } = useText();
  const [address] = useSearchParams();
  const query = Object.fromEntries(names.map((name) => [name, address.get(name) ?? undefined]));
  const counts = useQuery({
    queryKey: ["directory-counts", open, query],
    queryFn: () => (open ? directory.openCounts(query) : directory.counts(query)),
    placeholderData: keepPreviousData,
  }).data;

  const filter = (name: string, label: string, values: keyof DirectoryCounts, word: (value: ValueCount) => Text): Filter => ({
    name,
    label,
    options: ((counts?.[values] as ValueCount[] | undefined) ?? []).map((value) => ({
      value: value.value,
      label:
        value.count === null ? t(word(value)) : t(`${word(value).zh}（${value.count}）`, `${word(value).en} (${value.count})`),
    })),
  });
  // A figure's list may be of several standings together (在册: recognised, filed, under rectification).
  const several = query.standing?.includes(",") ? query.standing : undefined;
  const standing = filter("standing", t("状态", "Standing"), "standings", (one) => statusText(one.value, "standing"));
  const standings = several
    ? [
        {
          value: several,
          label: several
            .split(",")
            .map((one) => t(statusText(one, "standing")))
            .join(t("、", ", ")),
        },
        ...(standing.options ?? []),
      ]
    : standing.options;
  const same = (value: string): Text => ({ zh: value, en: value });
  const filters: Filter[] = [
    { name: "q", label: t("名称（至少两字）", "Name (two characters)") },
    filter("programme", t("项目", "Programme"), "programmes", (one) => one.label ?? same(one.value)),
    filter("type", t("类型", "Type"), "types", (one) => one.label ?? same(one.value)),
    filter("district", t("县区", "District"), "districts", (one) => one.label ?? districtName(one.value)),
    filter("field", t("领域", "Field"), "fields", (one) => one.label ?? same(one.value)),
    { ...standing, options: standings },
  ];
  return {
    query,
    counts,
    filters: open
      ? [filter("jurisdiction", t("地区", "Bureau"), "jurisdictions", (one) => jurisdictionName(one.value)), ...filters]
      : [
          ...filters,
          { name: "on", label: t("截至日期", "As of"), day: true as const },
          { name: "knownOn", label: t("按当日所知", "As known on"), day: true as const },
        ],
  };
}
