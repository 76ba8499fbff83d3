import { ExperimentOutlined, UploadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Select, Space, Upload } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { newIdempotencyKey } from "../api/http";
import { shadowRuns } from "../api/shadowRuns";
import { useProgrammes } from "../shared/programmes";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import "./shadow.css";

/** Bring a workbook, or try the sample with one click. */
export function BeginShadowRun() {
  const { t } = useText();
  const { options } = useProgrammes();
  const [chosen, setChosen] = useState<string>();
  const programme = chosen ?? options[0]?.value;
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: (file: File) => shadowRuns.begin(file, programme ?? ""),
    onSuccess: ({ run }) => navigate(`/shadow-runs/${run.id}`),
  });
  const trySample = useMutation({
    mutationFn: async () => {
      const { run } = await shadowRuns.begin(await shadowRuns.sample(), programme ?? "");
      return shadowRuns.start(run.id, {}, { key: newIdempotencyKey() });
    },
    onSuccess: ({ run }) => navigate(`/shadow-runs/${run.id}`),
  });
  return (
    <section className="panel shadow-begin">
      <h2>{t("交一份台账", "Bring a workbook")}</h2>
      <p className="secondary">
        {t(
          "Excel 工作簿或 CSV（UTF-8、GBK 均可），每个工作表一张表：拨付、考核等次、追缴与收回、支出票据、认定与处理。有几张核几张，列名自动识别。",
          "An Excel workbook or CSV, UTF-8 or GBK; each sheet is a table: payments, grades, recoveries, invoices, recognitions. Give what you have; titles are recognised.",
        )}
      </p>
      <Space wrap>
        <Select
          aria-label={t("项目", "Programme")}
          placeholder={t("请选择项目", "Choose a programme")}
          popupMatchSelectWidth={false}
          value={programme}
          options={options}
          onChange={setChosen}
        />
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            begin.mutate(file);
            return false;
          }}
        >
          <Button type="primary" icon={<UploadOutlined />} disabled={!programme} loading={begin.isPending}>
            {t("选择台账文件", "Choose a file")}
          </Button>
        </Upload>
        <Button
          icon={<ExperimentOutlined />}
          disabled={!programme}
          loading={trySample.isPending}
          onClick={() => trySample.mutate()}
        >
          {t("用示例文件试一试", "Try the sample")}
        </Button>
        <Button type="link" href={shadowRuns.sampleAddress}>
          {t("下载示例文件", "Download the sample")}
        </Button>
      </Space>
      <RefusalAlert error={begin.error ?? trySample.error} />
    </section>
  );
}
