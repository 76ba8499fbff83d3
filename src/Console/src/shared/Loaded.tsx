import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorScreen } from "../shell/ErrorScreen";
import { Loading } from "./Loading";

/** Shows a query's data once it is there, and says so while it is not or cannot be. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.isError ? <ErrorScreen error={query.error} retry={() => void query.refetch()} /> : <Loading />;
}
