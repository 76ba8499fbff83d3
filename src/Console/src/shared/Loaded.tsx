import type { ReactNode } from "react";
import { ErrorScreen } from "../shell/ErrorScreen";
import { Loading } from "./Loading";

type Queried<T> = { data: T | undefined; isError: boolean; error: unknown; refetch: () => unknown };

/** Shows a query's data once it is there, and says so while it is not or cannot be. */
export function Loaded<T>({ query, children }: { query: Queried<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.isError ? <ErrorScreen error={query.error} retry={() => void query.refetch()} /> : <Loading />;
}
