import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { funding } from "../api/funding";
import { Loaded } from "../shared/Loaded";
import { AccountDetails } from "./AccountDetails";

export function AccountPage() {
  const { institutionId = "" } = useParams();
  const account = useQuery({ queryKey: ["account", institutionId], queryFn: () => funding.account(institutionId) });
  return <Loaded query={account}>{(value) => <AccountDetails {...value} />}</Loaded>;
}
