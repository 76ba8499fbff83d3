import { DownloadOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { directory } from "../api/directory";
import { useText } from "../shell/text";

/** The rows of the filters as a table. */
export function Export({ open, query }: { open: boolean; query: Record<string, string | undefined> }) {
  const { t } = useText();
  return (
    <Space>
      {(["xlsx", "csv"] as const).map((format) => (
        <Button key={format} icon={<DownloadOutlined />} href={directory.exportAddress(open, format, query)}>
          {t(`导出 ${format}`, `Export ${format}`)}
        </Button>
      ))}
    </Space>
  );
}
