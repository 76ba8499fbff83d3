import { UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import type { FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { RefusalAlert } from "../RefusalAlert";
import { useForm } from "./PackForm";
import { Files } from "./ReadAnswer";

/** Files, each sent when it is chosen. */
export function AttachmentInput({ id, field }: { id: string; field: FormField }) {
  const { t } = useText();
  const { attachments, attach } = useForm();
  const upload = useMutation({ mutationFn: async (file: File) => attach?.(field.name, file) });
  const count = attachments.filter((file) => file.field === field.name).length;
  return (
    <div className="attachment">
      <Files field={field} />
      {attach && count < field.max && (
        <Upload
          id={id}
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={upload.isPending} disabled={upload.isPending}>
            {t("选择文件（50 MB 以内）", "Choose a file (up to 50 MB)")}
          </Button>
        </Upload>
      )}
      <RefusalAlert error={upload.error} />
    </div>
  );
}
