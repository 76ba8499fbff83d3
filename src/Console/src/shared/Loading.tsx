import { Spin } from "antd";
import { useText } from "../shell/text";

export function Loading({ full = false }: { full?: boolean }) {
  const { t } = useText();
  return (
    <div className={full ? "loading loading-full" : "loading"} role="status" aria-live="polite">
      <Spin />
      <span>{t("正在加载…", "Loading…")}</span>
    </div>
  );
}
