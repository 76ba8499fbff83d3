import { Badge, type TableProps } from "antd";
import { Link } from "react-router";
import type { EntryRow } from "../api/registers";
import type { Category, Register } from "../api/types";
import { District } from "../places/District";
import { answerText } from "../shared/packForm/answerText";
import type { Language, Text } from "../shell/text";
import { State } from "./State";
import { titleText } from "./words";

type Words = { t: (text: string | Text, en?: string) => string; language: Language; categories: Category[] };

export const entryAddress = (row: { id: string }) => `/registers/entries/${row.id}`;

/** The columns of a register's list: its number, its title, what the pack wants shown, since when, its state. */
export function entryColumns(
  register: Register,
  { t, language, categories }: Words,
  address: typeof entryAddress | null,
): TableProps<EntryRow>["columns"] {
  const shown = register.columns.filter((name) => name !== register.title);
  // A day that is a column of the register anyway is not shown twice.
  const isShown = (name: string | null) => name !== null && register.columns.includes(name);
  const title = register.fields.find((field) => field.name === register.title);
  return [
    { title: t("编号", "No."), align: "right" as const, render: (_: unknown, row: EntryRow) => row.number ?? "—" },
    {
      title: title ? t(title.label) : t(register.label),
      render: (_: unknown, row: EntryRow) => {
        const text = row.title ? t(titleText(register, row.title, categories)) : t("（未命名草稿）", "(untitled draft)");
        return address ? <Link to={address(row)}>{text}</Link> : text;
      },
    },
    ...register.fields
      .filter((field) => shown.includes(field.name))
      .map((field) => ({
        title: t(field.label),
        align: ["amount", "whole-number"].includes(field.type) ? ("right" as const) : undefined,
        render: (_: unknown, row: EntryRow) =>
          answerText(field, row.columns[field.name], { language, categories, names: row.names }),
      })),
    {
      title: t("县区", "District"),
      render: (_: unknown, row: EntryRow) => (row.district ? <District code={row.district} /> : "—"),
    },
    ...(isShown(register.from) ? [] : [{ title: t("自", "From"), render: (_: unknown, row: EntryRow) => row.from ?? "—" }]),
    ...(isShown(register.until) ? [] : [{ title: t("至", "Until"), render: (_: unknown, row: EntryRow) => row.until ?? "—" }]),
    {
      title: t("状态", "State"),
      render: (_: unknown, row: EntryRow) => (
        <>
          <State register={register} state={row.state} />
          {row.overdue.length > 0 && <Badge status="error" text={t("逾期", "overdue")} />}
          {row.flags.length > 0 && <Badge status="warning" text={t(`${row.flags.length} 项提示`, `${row.flags.length} flags`)} />}
        </>
      ),
    },
  ];
}
