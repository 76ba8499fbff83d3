import { useQuery } from "@tanstack/react-query";
import { registry } from "../api/registry";

/** The institutions one may see, for pickers and filters: people know names, not keys. */
export function useInstitutionOptions() {
  const institutions = useQuery({
    queryKey: ["institutions", "options"],
    queryFn: () => registry.institutions({ limit: "200" }),
    staleTime: 60_000,
  });
  return (institutions.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
}
