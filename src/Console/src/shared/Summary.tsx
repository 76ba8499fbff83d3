import { Descriptions } from "antd";
import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Facts under their names; the step before money acts, and the head of every detail page. */
export function Summary({
  facts,
  columns = 1,
  title,
}: {
  facts: (Fact | false | null | undefined)[];
  columns?: number;
  title?: ReactNode;
}) {
  return (
    <Descriptions
      className="summary"
      title={title}
      bordered
      size="small"
      column={{ xs: 1, sm: 1, md: columns, lg: columns, xl: columns, xxl: columns }}
      items={facts.filter((fact) => !!fact).map((fact) => ({ key: fact.label, label: fact.label, children: fact.value ?? "—" }))}
    />
  );
}
