import { ProblemError } from "../api/problem";
import { ErrorScreen } from "./ErrorScreen";

const nowhere = new ProblemError({ status: 404, zh: "这个地址没有页面。", en: "There is no page at this address." });

export function NotFound() {
  return <ErrorScreen error={nowhere} />;
}
