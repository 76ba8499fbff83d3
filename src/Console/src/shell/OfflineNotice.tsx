import { Alert } from "antd";
import { useSyncExternalStore } from "react";
import { useText } from "./text";

const subscribe = (changed: () => void) => {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
};

/** Says that the network is away before somebody finds out by losing an act. */
export function OfflineNotice() {
  const { t } = useText();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return online ? null : (
    <Alert
      banner
      type="warning"
      className="no-print"
      title={t(
        "网络已断开：可以查看已打开的内容，恢复后再提交。",
        "You are offline: what is open stays readable; submit once the network is back.",
      )}
    />
  );
}
