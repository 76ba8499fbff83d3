import { Card } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { type Text, useText } from "../text";

type Line = { key: string; to: string; text: ReactNode; aside: ReactNode };
type TodoCardProps = {
  title: Text;
  to: string;
  /** How many wait; nothing while it is not known. */
  count?: string;
  /** Whether they wait for me. */
  due: boolean;
  lines: Line[];
  /** What stands beside the count, a sum. */
  sum?: ReactNode;
  /** What stands in place of the lines while there are none. */
  children?: ReactNode;
};

/** What waits of one kind: how many, how much, the first of it, and the way to all. */
export function TodoCard({ title, to, count, due, lines, sum, children }: TodoCardProps) {
  const { t } = useText();
  return (
    <Card
      size="small"
      className="todo"
      title={
        <>
          {t(title)} {count && <span className={due ? "count count-due" : "count"}>{count}</span>}
        </>
      }
      extra={
        <>
          {sum} <Link to={to}>{t("全部", "All")}</Link>
        </>
      }
    >
      {children}
      <ul className="todo-list">
        {lines.map((line) => (
          <li key={line.key}>
            <Link to={line.to}>{line.text}</Link>
            <span>{line.aside}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
