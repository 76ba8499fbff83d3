import { PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import type { FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { RefusalAlert } from "../RefusalAlert";
import { useForm } from "./PackForm";

const size = (bytes: number) => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

/** Files, each sent when it is chosen; their hash is shown so that a copy can be compared. */
export function AttachmentInput({ id, field }: { id: string; field: FormField }) {
  const { t } = useText();
  const { attachments, attachmentAddress, attach, readOnly } = useForm();
  const upload = useMutation({ mutationFn: async (file: File) => attach?.(field.name, file) });
  const files = attachments.filter((file) => file.field === field.name);
  return (
    <div className="attachment">
      {files.map((file) => (
        <a key={file.id} href={attachmentAddress(file.id)} title={`SHA-256 ${file.sha256}`} download={file.fileName}>
          <PaperClipOutlined /> {file.fileName} <span className="secondary">{size(file.lengthBytes)}</span>
        </a>
      ))}
      {files.length === 0 && readOnly && <span className="secondary">{t("未上传", "Not attached")}</span>}
      {!readOnly && attach && files.length < field.max && (
        <Upload
          id={id}
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={upload.isPending} disabled={upload.isPending}>
            {t("选择文件(50 MB 以内)", "Choose a file (up to 50 MB)")}
          </Button>
        </Upload>
      )}
      <RefusalAlert error={upload.error} />
    </div>
  );
}
