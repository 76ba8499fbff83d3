import { PaperClipOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { type ClaimFile, claims } from "../api/claims";
import { RefusalAlert } from "../shared/RefusalAlert";
import { type Text, useText } from "../shell/text";

type ProofFilesProps = {
  label?: Text;
  numbers: string[];
  files: ClaimFile[];
  attach: (file: File, proof: string) => Promise<unknown>;
};

/** Evidence, payment by payment: a file belongs to a payment by its number. */
export function ProofFiles({ label, numbers, files, attach }: ProofFilesProps) {
  const { t } = useText();
  const upload = useMutation({ mutationFn: ({ file, proof }: { file: File; proof: string }) => attach(file, proof) });
  return (
    <section>
      <h3>{label ? t(label) : t("凭证", "Evidence")}</h3>
      {numbers.length === 0 && (
        <p className="secondary">{t("填写支付明细后逐笔上传。", "List the payments first; then attach a file for each.")}</p>
      )}
      {numbers.map((number) => (
        <div key={number}>
          {number}{" "}
          {files
            .filter((one) => one.proofNumber === number)
            .map(({ file }) => (
              <a key={file.id} className="file" href={claims.fileAddress(file.id)} download={file.fileName}>
                <PaperClipOutlined /> {file.fileName}
              </a>
            ))}{" "}
          <Upload
            showUploadList={false}
            beforeUpload={(file) => {
              upload.mutate({ file, proof: number });
              return false;
            }}
          >
            <Button
              size="small"
              icon={<UploadOutlined />}
              loading={upload.isPending}
              aria-label={t(`上传 ${number} 的凭证`, `Attach evidence of ${number}`)}
            >
              {t("上传", "Attach")}
            </Button>
          </Upload>
        </div>
      ))}
      <RefusalAlert error={upload.error} />
    </section>
  );
}
