import { UploadOutlined } from "@ant-design/icons";
import { Button, Form, Upload, type UploadFile } from "antd";
import { useText } from "../shell/text";

type FilesFieldProps = { name?: string; label: string; required?: boolean; most?: number };

/** Files that go with an act; they are sent after it, one by one. */
export function FilesField({ name = "files", label, required, most = 10 }: FilesFieldProps) {
  const { t } = useText();
  return (
    <Form.Item
      name={name}
      label={label}
      valuePropName="fileList"
      getValueFromEvent={(event: { fileList: UploadFile[] }) => event.fileList}
      rules={[{ required, message: t("请选择文件", "Choose a file") }]}
    >
      <Upload beforeUpload={() => false} multiple={most > 1} maxCount={most}>
        <Button icon={<UploadOutlined />}>{t("选择文件", "Choose files")}</Button>
      </Upload>
    </Form.Item>
  );
}

/** What a person chose. */
export const chosenFiles = (files: UploadFile[] | undefined): File[] =>
  (files ?? []).flatMap((file) => (file.originFileObj ? [file.originFileObj as File] : []));
