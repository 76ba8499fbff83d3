import type { Role } from "../../api/types";
import { fundingTodos } from "./funding";
import { registersTodos } from "./registers";
import { registryTodos } from "./registry";
import { reportingTodos } from "./reporting";
import type { Todo } from "./todo";

export type { Todo } from "./todo";

/** What may wait for somebody of these roles, in the order of the procedure. */
export function todosFor(roles: Role[]): Todo[] {
  return [...registryTodos, ...registersTodos, ...reportingTodos, ...fundingTodos].filter((todo) =>
    todo.roles.some((role) => roles.includes(role)),
  );
}
