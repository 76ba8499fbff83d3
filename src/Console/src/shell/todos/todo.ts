import type { ReactNode } from "react";
import type { Page } from "../../api/http";
import type { Role } from "../../api/types";
import type { Text } from "../text";

export type TodoItem = { to: string; text: ReactNode; aside: ReactNode };
export type Todo = {
  key: string;
  roles: Role[];
  title: Text;
  none: Text;
  to: string;
  /** Worth seeing, but waits for somebody else. */
  passive?: boolean;
  load: () => Promise<Page<TodoItem>>;
};

/** As many as are asked for; the list behind the card has the rest. */
export const limit = "50";

export function listOf<T>(page: Promise<Page<T>>, item: (row: T) => TodoItem): Promise<Page<TodoItem>> {
  return page.then(({ items, next }) => ({ items: items.map(item), next }));
}
