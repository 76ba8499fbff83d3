import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Progress, Space } from "antd";
import { useParams } from "react-router";
import { type Import, type ImportError, type ImportRow, imports } from "../api/imports";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

const working = ["checking", "taking-effect", "telling"];

/** An import: how far it is, what is wrong with which line, and the second person's confirmation. */
export function ImportPage() {
  const { id = "" } = useParams();
  const query = useQuery({
    queryKey: ["import", id],
    queryFn: () => imports.one(id),
    refetchInterval: (of) => (of.state.data && working.includes(of.state.data.state) ? 1000 : false),
  });
  return <Loaded query={query}>{(value) => <Details key={value.state} value={value} />}</Loaded>;
}

function Details({ value }: { value: Import }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const { progress } = value;
  const percent = progress?.total ? Math.floor((progress.done * 100) / progress.total) : 0;
  return (
    <Page
      title={value.fileName}
      parent={{ to: "/imports", name: t("批量导入", "Imports") }}
      status={<Status value={value.state} of="import" />}
      lead={name(value.programme)}
      actions={<Acts value={value} />}
    >
      {working.includes(value.state) && (
        <Progress
          percent={percent}
          format={() => (progress?.total ? `${percent}%` : t(`已读 ${progress?.done ?? 0} 行`, `${progress?.done ?? 0} rows`))}
        />
      )}
      {value.faultZh && <Alert type="error" showIcon title={t(value.faultZh, value.faultEn ?? value.faultZh)} />}
      <section className="panel">
        <Summary
          facts={[
            {
              label: t("方式", "Mode"),
              value: value.mode === "all" ? t("全部或全不", "All or none") : t("只导入合格的行", "The good rows"),
            },
            { label: t("行数", "Rows"), value: String(value.rows) },
            { label: t("可导入", "Good rows"), value: String(value.goodRows) },
            { label: t("问题", "Faults"), value: String(value.errors) },
            { label: t("上传人", "Uploaded by"), value: value.uploadedByName },
            value.confirmedByName ? { label: t("确认人", "Confirmed by"), value: value.confirmedByName } : null,
            value.reason ? { label: t("作废理由", "Why it was given up"), value: value.reason } : null,
            { label: "SHA-256", value: value.sha256 },
          ]}
        />
      </section>
      {value.errors > 0 && <Errors value={value} />}
      {value.goodRows > 0 && value.state !== "dismissed" && <Rows value={value} />}
    </Page>
  );
}

function Acts({ value }: { value: Import }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  if (!city) {
    return null;
  }
  return (
    <>
      {value.state === "checked" && (
        <ActionButton<object, Import>
          label={t("确认导入", "Confirm the import")}
          type="primary"
          disabled={value.uploadedByMe}
          version={value.version}
          summary={() => [
            { label: t("将生效的机构", "Institutions to take effect"), value: String(value.goodRows) },
            { label: t("不导入的问题行", "Faults left out"), value: String(value.errors) },
          ]}
          consequence={
            value.uploadedByMe
              ? t("上传人不能确认。", "Whoever uploaded it does not confirm it.")
              : t(
                  "确认后全部一次性进入名录，并通知其他服务。",
                  "They enter the register all at once, and the other services are told.",
                )
          }
          act={(_, act) => imports.confirm(value.id, act)}
          done={t("已确认，正在生效", "Confirmed; taking effect")}
        />
      )}
      {value.state === "checked" && value.uploadedByMe && <span>{t("须由另一人确认", "Another person must confirm")}</span>}
      {["checked", "faulty"].includes(value.state) && (
        <ActionButton<{ reason: string }, Import>
          label={t("作废", "Give up")}
          danger
          version={value.version}
          fields={<ReasonField />}
          act={({ reason }, act) => imports.dismiss(value.id, reason, act)}
          done={t("已作废", "Given up")}
        />
      )}
    </>
  );
}

function Errors({ value }: { value: Import }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("问题行", "Faults")}</h2>
      <Space>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button key={format} href={imports.errorsAddress(value.id, format)}>
            {t(`下载问题清单 ${format}`, `Download the faults, ${format}`)}
          </Button>
        ))}
      </Space>
      <FilterTable<ImportError>
        of={`import-errors-${value.id}`}
        fetchPage={(query) => imports.errors(value.id, query)}
        rowKey="number"
        emptyText={t("没有问题", "No faults")}
        columns={[
          { title: t("行", "Line"), dataIndex: "line" },
          { title: t("列", "Column"), render: (_, row) => t(row.columnZh, row.columnEn) },
          { title: t("填写内容", "Value"), dataIndex: "value" },
          { title: t("问题", "What is wrong"), render: (_, row) => t(row) },
        ]}
      />
    </section>
  );
}

/** The first rows as they would stand on the register. */
function Rows({ value }: { value: Import }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("预览（前二十行）", "Preview (the first twenty)")}</h2>
      <FilterTable<ImportRow>
        of={`import-rows-${value.id}`}
        fetchPage={async (query) => ({ ...(await imports.rows(value.id, { ...query, after: undefined })), next: null })}
        rowKey="line"
        emptyText={t("没有可导入的行", "No good rows")}
        columns={[
          { title: t("行", "Line"), dataIndex: "line" },
          { title: t("名称", "Name"), dataIndex: "name" },
          { title: t("实施主体", "Implementing body"), dataIndex: "implementingBodyName" },
          { title: t("统一社会信用代码", "Social credit code"), dataIndex: "implementingBodyCode" },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
          { title: t("状态起始", "Since"), dataIndex: "standingSince" },
          { title: t("文号", "Document"), dataIndex: "decisionNumber" },
        ]}
      />
    </section>
  );
}
