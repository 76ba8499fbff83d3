import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Radio, Select, Space, Upload } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { imports } from "../api/imports";
import { useProgrammes } from "../shared/programmes";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** Take the template, fill it in, choose what becomes of wrong rows, upload. */
export function UploadTable() {
  const { t } = useText();
  const programmes = useProgrammes();
  const [programme, setProgramme] = useState<string>();
  const [mode, setMode] = useState("all");
  const navigate = useNavigate();
  const upload = useMutation({
    mutationFn: (file: File) => imports.upload(file, programme ?? "", mode),
    onSuccess: (made) => navigate(`/imports/${made.id}`),
  });
  return (
    <section className="panel">
      <h2>{t("上传表格", "Upload a table")}</h2>
      <Space wrap>
        <Select
          aria-label={t("项目", "Programme")}
          placeholder={t("请选择项目", "Choose a programme")}
          popupMatchSelectWidth={false}
          value={programme}
          options={programmes.options}
          onChange={setProgramme}
        />
        <Radio.Group
          aria-label={t("有问题的行如何处理", "What becomes of wrong rows")}
          value={mode}
          onChange={(event) => setMode(event.target.value)}
          options={[
            { value: "all", label: t("有一行不合格即全部不导入", "All rows or none") },
            { value: "good-rows", label: t("只导入合格的行", "The good rows") },
          ]}
        />
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            upload.mutate(file);
            return false;
          }}
        >
          <Button type="primary" icon={<UploadOutlined />} disabled={!programme} loading={upload.isPending}>
            {t("选择文件并上传", "Choose a file and upload")}
          </Button>
        </Upload>
        <Button href={imports.templateAddress("xlsx")}>{t("下载模板 xlsx", "Template xlsx")}</Button>
        <Button href={imports.templateAddress("csv")}>{t("下载模板 csv", "Template csv")}</Button>
      </Space>
      <RefusalAlert error={upload.error} />
      {programme && <Columns programme={programme} />}
    </section>
  );
}

/** What each column takes. */
function Columns({ programme }: { programme: string }) {
  const { t } = useText();
  const columns = useQuery({ queryKey: ["import-columns", programme], queryFn: () => imports.columns(programme) });
  return (
    <ul>
      {columns.data
        ?.filter((column) => column.words.length > 0)
        .map((column) => (
          <li key={column.key}>
            {t(column)}
            {t("：", ": ")}
            {column.words.join(t("、", ", "))}
          </li>
        ))}
    </ul>
  );
}
