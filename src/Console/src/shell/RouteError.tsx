import { useRouteError } from "react-router";
import { ErrorScreen } from "./ErrorScreen";

/** A page that failed to load or to draw: usually a new version of the console was published meanwhile. */
export function RouteError() {
  return <ErrorScreen error={useRouteError()} retry={() => window.location.reload()} />;
}
