import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { fundingToday } from "../api/today";
import { CapOverview } from "../appropriations/CapOverview";
import { LeadersBoard } from "../dashboards/LeadersBoard";
import { Empty } from "../shared/Empty";
import { Loading } from "../shared/Loading";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useBusinessDate } from "./BusinessDate";
import { roleNames } from "./names";
import { useHasRole, useSession } from "./session";
import { type Text, useText } from "./text";
import { duties as dutyWords } from "./today/duties";
import { FundingToday } from "./today/FundingToday";
import { TodoCard } from "./today/TodoCard";
import { type Todo, todosFor } from "./todos";

const often = 15_000;

/** What waits for me: each duty of my role with what is due in it. */
export function Today() {
  const { t } = useText();
  const session = useSession();
  const { today } = useBusinessDate();
  const finance = useHasRole("finance-maker", "finance-approver", "leader", "auditor");
  const seesCaps = useHasRole("finance-maker", "finance-approver", "leader", "auditor", "city-reviewer");
  const leads = useHasRole("leader");
  const todos = todosFor(session.roles ?? []);
  const unbound = !session.organisation && !session.roles?.some((role) => role in roleNames && role !== "operator");
  const money = useQuery({ queryKey: ["today", "funding"], queryFn: fundingToday, enabled: finance, refetchInterval: often });
  const results = useQueries({
    queries: todos.map((todo) => ({ queryKey: ["today", todo.key], queryFn: todo.load, refetchInterval: often })),
  });
  const mine = (money.data?.duties ?? []).filter((duty) => duty.mine);
  const waiting = results.reduce(
    (total, result, index) => total + (todos[index]?.passive ? 0 : (result.data?.items.length ?? 0)),
    mine.reduce((total, duty) => total + duty.count, 0),
  );
  const cards = todos.map((todo, index) => ({ todo, result: results[index] }));
  const loaded = results.every((result) => !result.isPending) && (!finance || !money.isPending);
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
      {leads ? <LeadersBoard /> : seesCaps && <CapOverview />}
      <RefusalAlert error={money.error} />
      {money.isLoading && <Loading />}
      {money.data && <FundingToday duties={money.data.duties} />}
      <div className="todos">
        {cards
          .filter((card) => !isDone(card.result))
          .map((card) => (
            <Waiting key={card.todo.key} {...card} />
          ))}
      </div>
      <NothingIn
        lines={[
          ...cards.filter((card) => isDone(card.result)).map(({ todo }) => ({ to: todo.to, none: todo.none })),
          ...mine
            .filter((duty) => duty.count === 0)
            .map(({ name }) => ({ to: dutyWords[name].list, none: dutyWords[name].none })),
        ]}
      />
      {unbound ? (
        <Empty text={t("您的账号尚未绑定单位。", "Your account is not bound to an organisation yet.")}>
          <Link to="/invitations/redeem">{t("使用邀请码", "Redeem an invitation")}</Link>
        </Empty>
      ) : (
        !finance && todos.length === 0 && <Empty text={t("您的角色没有待办事项。", "Your role has no tasks here.")} />
      )}
    </Page>
  );
}

type Result = { data?: Awaited<ReturnType<Todo["load"]>>; error: unknown; isPending: boolean } | undefined;

function isDone(result: Result) {
  return result?.data?.items.length === 0 && !result.error;
}

/** Where nothing waits one line is enough: what waits must not be looked for among empty boxes. */
function NothingIn({ lines }: { lines: { to: string; none: Text }[] }) {
  const { t } = useText();
  return (
    lines.length > 0 && (
      <p className="todos-done">
        {lines.map(({ to, none }) => (
          <Link key={none.zh} to={to}>
            {t(none)}
          </Link>
        ))}
      </p>
    )
  );
}

function Waiting({ todo, result }: { todo: Todo; result: Result }) {
  const items = result?.data?.items ?? [];
  return (
    <TodoCard
      title={todo.title}
      to={todo.to}
      count={result?.data && `${items.length}${result.data.next ? "+" : ""}`}
      due={items.length > 0 && !todo.passive}
      lines={items.slice(0, 6).map((item) => ({ ...item, key: item.to }))}
    >
      {result?.isPending && <Loading />}
      <RefusalAlert error={result?.error} />
    </TodoCard>
  );
}
