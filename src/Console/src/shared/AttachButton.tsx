import { UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { useText } from "../shell/text";
import { RefusalAlert } from "./RefusalAlert";

type AttachProps = { send: (file: File) => Promise<unknown>; onSent: () => void };

/** A file more to a record that stands already. */
export function AttachButton({ send, onSent }: AttachProps) {
  const { t } = useText();
  const attach = useMutation({ mutationFn: send, onSuccess: onSent });
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          attach.mutate(file);
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />} loading={attach.isPending}>
          {t("补充附件", "Attach a file")}
        </Button>
      </Upload>
      <RefusalAlert error={attach.error} />
    </>
  );
}
