import { Link } from "react-router";
import { linkAddress, useLinkName } from "./links";

/** What an ID leads to, by its name. */
export function LinkName({ of, id }: { of: string; id: string }) {
  return <Link to={linkAddress(of, id)}>{useLinkName(of, id)}</Link>;
}
