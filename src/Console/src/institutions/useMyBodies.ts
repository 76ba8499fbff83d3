import { useQuery } from "@tanstack/react-query";
import { registry } from "../api/registry";
import { useSession } from "../shell/session";

/** The bodies of the caller's own organisation, of one standing where given. */
export function useMyBodies(standing?: string) {
  const { organisation } = useSession();
  const institutions = useQuery({
    queryKey: ["institutions", "mine", standing],
    queryFn: () => registry.institutions({ standing, limit: "200" }),
    enabled: !!organisation,
    staleTime: 60_000,
  });
  return (institutions.data?.items ?? []).filter((one) => one.implementingBodyCode === organisation);
}
