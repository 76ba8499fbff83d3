import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { gateway } from "../api/gateway";
import { caller } from "../api/http";
import type { Role, Session } from "../api/types";
import { inPost, readActing } from "../delegations/actingFor";
import { Loading } from "../shared/Loading";
import { ErrorScreen } from "./ErrorScreen";
import { useText } from "./text";

const anonymous: Session = { signedIn: false };
const Context = createContext<Session>(anonymous);

/** Asks the gateway who is signed in, and lends every call the anti-forgery token that came with the answer. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { language } = useText();
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ["session"], queryFn: gateway.session, staleTime: 60_000 });

  caller.language = language === "zh" ? "zh-CN" : "en";
  caller.csrf = session.data?.csrf ?? "";
  const acting = readActing();
  caller.actsFor = acting?.id ?? "";
  useEffect(() => {
    caller.onSignedOut = () => void queries.invalidateQueries({ queryKey: ["session"] });
  }, [queries]);

  if (session.isPending) {
    return <Loading full />;
  }
  if (session.isError) {
    return <ErrorScreen error={session.error} retry={() => void session.refetch()} />;
  }
  return <Context value={inPost(session.data, acting)}>{children}</Context>;
}

export function useSession(): Session {
  return useContext(Context);
}

/** Whether the person signed in holds one of the roles. The services decide; this only hides what they would refuse. */
export function useHasRole(...roles: Role[]): boolean {
  const held = useSession().roles ?? [];
  return roles.some((role) => held.includes(role));
}
