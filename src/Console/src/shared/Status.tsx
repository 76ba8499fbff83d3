import { Tag } from "antd";
import { useText } from "../shell/text";
import { statusText, statusTone } from "./statuses";

export function Status({ value, of }: { value: string; of?: string }) {
  const { t } = useText();
  return (
    <Tag color={statusTone(value, of)} variant="filled">
      {t(statusText(value, of))}
    </Tag>
  );
}
