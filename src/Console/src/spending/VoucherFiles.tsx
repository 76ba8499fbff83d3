import { PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { funding } from "../api/funding";
import type { StatementFile } from "../api/types";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

type VoucherFilesProps = { statementId: string; voucherId?: string; files: StatementFile[]; mayAttach: boolean };

/** The scans of one voucher, or of the whole statement where no voucher is named. */
export function VoucherFiles({ statementId, voucherId, files, mayAttach }: VoucherFilesProps) {
  const { t } = useText();
  const queries = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) => funding.attachVoucher(statementId, file, voucherId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["statement", statementId] }),
  });
  const shown = files.filter((one) => (one.voucherId ?? undefined) === voucherId);
  return (
    <>
      {shown.map(({ file }) => (
        <span key={file.id} className="file">
          <a href={funding.voucherFileAddress(file.id)} title={`SHA-256 ${file.sha256}`} download={file.fileName}>
            <PaperClipOutlined /> {file.fileName}
          </a>
        </span>
      ))}
      {mayAttach && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button size="small" icon={<UploadOutlined />} loading={upload.isPending} disabled={upload.isPending}>
            {t("上传", "Attach")}
          </Button>
        </Upload>
      )}
      {shown.length === 0 && !mayAttach && "—"}
      <RefusalAlert error={upload.error} />
    </>
  );
}
