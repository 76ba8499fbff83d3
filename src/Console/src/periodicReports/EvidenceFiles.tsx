import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Tag, Upload } from "antd";
import { cycles, type Evidence } from "../api/cycles";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

type EvidenceProps = {
  reportId: string;
  figure: string;
  files: Evidence[];
  /** While the body writes. */
  change?: (files: Evidence[]) => void;
};

/** The files behind a figure; a figure without one is the body's own claim (EI-08). */
export function EvidenceFiles({ reportId, figure, files, change }: EvidenceProps) {
  const { t } = useText();
  const attach = useMutation({
    mutationFn: (file: File) => cycles.attach(reportId, figure, file),
    onSuccess: (made) => change?.([...files, made]),
  });
  const detach = useMutation({
    mutationFn: (id: string) => cycles.detach(reportId, id),
    onSuccess: (_, id) => change?.(files.filter((one) => one.file.id !== id)),
  });
  const own = files.filter((one) => one.figure === figure);
  return (
    <div className="attachment">
      {own.length === 0 && <Tag color="default">{t("自报，无证明材料", "Claimed, no evidence")}</Tag>}
      {own.map(({ file }) => (
        <span key={file.id} className="file">
          <a href={cycles.evidenceAddress(reportId, file.id)} title={`SHA-256 ${file.sha256}`} download={file.fileName}>
            <PaperClipOutlined /> {file.fileName}
          </a>
          {change && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t(`移除 ${file.fileName}`, `Remove ${file.fileName}`)}
              onClick={() => detach.mutate(file.id)}
            />
          )}
        </span>
      ))}
      {change && (
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate(file);
            return false;
          }}
        >
          <Button size="small" icon={<UploadOutlined />} loading={attach.isPending}>
            {t("上传证明材料", "Attach evidence")}
          </Button>
        </Upload>
      )}
      <RefusalAlert error={attach.error ?? detach.error} />
    </div>
  );
}
