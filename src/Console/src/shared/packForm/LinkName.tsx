import { Link } from "react-router";
import { linkAddress, useLinkName } from "./links";

/** What an ID leads to, by its name, which is asked for where it is not known. */
export function LinkName({ of, id, name }: { of: string; id: string; name?: string }) {
  const asked = useLinkName(of, name ? undefined : id);
  return <Link to={linkAddress(of, id)}>{name ?? asked}</Link>;
}
