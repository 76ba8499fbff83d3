import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Upload } from "antd";
import { payments } from "../api/payments";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** The bank's answers by its file: all lines or none, and the same file again changes nothing. */
export function SendResultFile({ run }: { run: string }) {
  const { t } = useText();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => payments.sendResultFile(run, file),
    onSuccess: () => queries.invalidateQueries(),
  });
  return (
    <section className="panel">
      <h2>{t("导入银行回单", "Take the bank's file")}</h2>
      <p className="secondary">
        {t(
          "银行在导出文件的末四列填写结果、日期、流水号与原因后交回；逐行核对，有一处不符即全部不登记。",
          "The bank fills in the last four columns of the exported file; every line is checked, and one fault takes none of it.",
        )}
      </p>
      <Upload
        accept=".csv,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />} loading={send.isPending}>
          {t("选择回单文件", "Choose the file")}
        </Button>
      </Upload>
      <RefusalAlert error={send.error} />
      {send.data && (
        <Alert
          type="success"
          showIcon
          title={t(
            `新登记 ${send.data.news} 笔，此前已登记 ${send.data.knownBefore} 笔`,
            `${send.data.news} recorded, ${send.data.knownBefore} known before`,
          )}
        />
      )}
    </section>
  );
}
