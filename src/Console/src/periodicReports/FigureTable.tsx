import { UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Space, Upload } from "antd";
import { cycles } from "../api/cycles";
import type { Answers } from "../api/types";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** Figures from a table: what it states goes into the draft, and a table with faults touches nothing. */
export function FigureTable({ reportId, take }: { reportId: string; take: (figures: Answers) => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const read = useMutation({
    mutationFn: (file: File) => cycles.readTable(reportId, file),
    onSuccess: ({ figures }) => {
      take(Object.fromEntries(figures.map((one) => [one.figure, one.value])));
      message.success(t(`已填入 ${figures.length} 项数据`, `${figures.length} figures taken over`));
    },
  });
  return (
    <>
      <Space wrap className="no-print">
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            read.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={read.isPending}>
            {t("从表格填入", "Fill in from a table")}
          </Button>
        </Upload>
        <Button href={cycles.tableAddress(reportId, "xlsx")}>{t("下载模板 xlsx", "Template xlsx")}</Button>
        <Button href={cycles.tableAddress(reportId, "csv")}>{t("下载模板 csv", "Template csv")}</Button>
      </Space>
      <RefusalAlert error={read.error} />
    </>
  );
}
