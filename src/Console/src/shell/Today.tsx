import { useQueries } from "@tanstack/react-query";
import { Card } from "antd";
import { Link } from "react-router";
import { CapOverview } from "../appropriations/CapOverview";
import { Empty } from "../shared/Empty";
import { Loading } from "../shared/Loading";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useBusinessDate } from "./BusinessDate";
import { roleNames } from "./names";
import { useHasRole, useSession } from "./session";
import { useText } from "./text";
import { type Todo, todosFor } from "./todos";

/** What waits for me: each duty of my role with what is due in it, newest first. */
export function Today() {
  const { t } = useText();
  const session = useSession();
  const { today } = useBusinessDate();
  const seesCaps = useHasRole("finance-maker", "finance-approver", "leader", "auditor", "city-reviewer");
  const todos = todosFor(session.roles ?? []);
  const unbound = !session.organisation && !session.roles?.some((role) => role in roleNames && role !== "operator");
  const results = useQueries({
    queries: todos.map((todo) => ({ queryKey: ["today", todo.key], queryFn: todo.load, refetchInterval: 15_000 })),
  });
  const waiting = results.reduce(
    (total, result, index) => total + (todos[index]?.passive ? 0 : (result.data?.items.length ?? 0)),
    0,
  );
  const duties = todos.map((todo, index) => ({ todo, result: results[index] }));
  const loaded = results.every((result) => !result.isPending);
  return (
    <Page
      title={t("今日待办", "Today")}
      lead={
        loaded &&
        (waiting > 0
          ? t(
              `${session.name}，${today} 有 ${waiting} 件事项等您办理。`,
              `${session.name}, ${waiting} items wait for you on ${today}.`,
            )
          : t(`${session.name}，${today} 没有等您办理的事项。`, `${session.name}, nothing waits for you on ${today}.`))
      }
    >
      {seesCaps && <CapOverview />}
      <div className="todos">
        {duties
          .filter((duty) => !isDone(duty.result))
          .map((duty) => (
            <TodoCard key={duty.todo.key} {...duty} />
          ))}
      </div>
      <NothingIn todos={duties.filter((duty) => isDone(duty.result)).map((duty) => duty.todo)} />
      {unbound ? (
        <Empty text={t("您的账号尚未绑定单位。", "Your account is not bound to an organisation yet.")}>
          <Link to="/invitations/redeem">{t("使用邀请码", "Redeem an invitation")}</Link>
        </Empty>
      ) : (
        todos.length === 0 && <Empty text={t("您的角色没有待办事项。", "Your role has no tasks here.")} />
      )}
    </Page>
  );
}

type Result = { data?: Awaited<ReturnType<Todo["load"]>>; error: unknown; isPending: boolean } | undefined;

function isDone(result: Result) {
  return result?.data?.items.length === 0 && !result.error;
}

/** Where nothing waits one line is enough: what waits must not be looked for among empty boxes. */
function NothingIn({ todos }: { todos: Todo[] }) {
  const { t } = useText();
  return (
    todos.length > 0 && (
      <p className="todos-done">
        {todos.map((todo) => (
          <Link key={todo.key} to={todo.to}>
            {t(todo.none)}
          </Link>
        ))}
      </p>
    )
  );
}

function TodoCard({ todo, result }: { todo: Todo; result: Result }) {
  const { t } = useText();
  const items = result?.data?.items ?? [];
  const count = `${items.length}${result?.data?.next ? "+" : ""}`;
  return (
    <Card
      size="small"
      className="todo"
      title={
        <>
          {t(todo.title)}{" "}
          {result?.data && <span className={items.length > 0 && !todo.passive ? "count count-due" : "count"}>{count}</span>}
        </>
      }
      extra={<Link to={todo.to}>{t("全部", "All")}</Link>}
    >
      {result?.isPending && <Loading />}
      <RefusalAlert error={result?.error} />
      <ul className="todo-list">
        {items.slice(0, 6).map((item) => (
          <li key={item.to}>
            <Link to={item.to}>{item.text}</Link>
            <span>{item.aside}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
