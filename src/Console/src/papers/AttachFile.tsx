import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { standing } from "../api/standing";
import type { Paper } from "../api/types";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** A paper is on file once its file is there. */
export function AttachFile({ paper }: { paper: Paper }) {
  const { t } = useText();
  const queries = useQueryClient();
  const upload = useMutation({
    mutationFn: (file: File) => standing.attachToPaper(paper.id, file),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["papers", paper.institutionId] }),
  });
  return (
    <>
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          upload.mutate(file);
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />} loading={upload.isPending}>
          {t("上传附件", "Attach")}
        </Button>
      </Upload>
      <RefusalAlert error={upload.error} />
    </>
  );
}
