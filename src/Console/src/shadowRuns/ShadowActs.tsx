import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select, Upload } from "antd";
import { useNavigate } from "react-router";
import { type HistoryDetail, histories } from "../api/histories";
import { type ShadowRun, type ShadowRunDetail, shadowRuns } from "../api/shadowRuns";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { useAddFile } from "./useAddFile";

/** What may be done with a run where it stands. */
export function ShadowActs({ value }: { value: ShadowRunDetail }) {
  const { run } = value;
  return (
    <>
      {(run.state === "draft" || run.state === "faulty") && <DraftActs value={value} />}
      {run.state === "done" && <ReportActs run={run} />}
      {run.begunByMe && run.state !== "running" && <Remove run={run} />}
    </>
  );
}

function DraftActs({ value }: { value: ShadowRunDetail }) {
  const { t } = useText();
  const add = useAddFile(value.run.id);
  const mapped = value.tables.filter((table) => table.kind !== null).length;
  return (
    <>
      <Upload
        accept=".csv,.xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          add.mutate(file);
          return false;
        }}
      >
        <Button loading={add.isPending}>{t("再加一个文件", "Add a file")}</Button>
      </Upload>
      <ActionButton<{ title?: string; asOf?: string }, ShadowRunDetail>
        label={t("开始核对", "Start")}
        type="primary"
        disabled={mapped === 0}
        initial={{ title: value.run.title }}
        fields={
          <>
            <Form.Item name="title" label={t("报告名称", "Title of the report")}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="asOf" label={t("截至日（不填为今天）", "As of (today where empty)")}>
              <DayInput />
            </Form.Item>
          </>
        }
        summary={(how) => [
          { label: t("核对的表", "Tables"), value: String(mapped) },
          { label: t("截至日", "As of"), value: how.asOf ?? t("今天", "today") },
        ]}
        consequence={t(
          "只核对、不入账；报告出具后不再改动。",
          "Nothing enters the books; the report does not change once it stands.",
        )}
        act={(how, act) => shadowRuns.start(value.run.id, { title: how.title || undefined, asOf: how.asOf || undefined }, act)}
        done={t("已开始核对", "Started")}
      />
    </>
  );
}

function ReportActs({ run }: { run: ShadowRun }) {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const navigate = useNavigate();
  const others = useQuery({
    queryKey: ["shadow-runs", "others", run.programme],
    queryFn: () => shadowRuns.list({ programme: run.programme, state: "done", limit: "50" }),
  });
  const options = (others.data?.items ?? [])
    .filter((one) => one.id !== run.id)
    .map((one) => ({ value: one.id, label: one.title }));
  return (
    <>
      {options.length > 0 && (
        <Select
          aria-label={t("与另一次演练比较", "Compare with another run")}
          placeholder={t("与另一次比较", "Compare with…")}
          popupMatchSelectWidth={false}
          options={options}
          onChange={(other) => navigate(`/shadow-runs/${run.id}/comparison?with=${other}`)}
        />
      )}
      {maker && (
        <ActionButton<object, HistoryDetail>
          label={t("作为期初数导入", "Enter as opening balances")}
          summary={() => [{ label: t("台账", "Tables"), value: run.title }]}
          consequence={t(
            "先逐行核对，再由另一人签署，全部一次入账；支出票据不导入，由单位按支出报表申报。",
            "Checked row by row, then signed by another person and entered all at once; invoices are not, the bodies state them.",
          )}
          act={(_, act) => histories.make(run.id, act)}
          done={t("已提交核对", "Being checked")}
          onDone={({ history }) => navigate(`/histories/${history.id}`)}
        />
      )}
      <Button href={shadowRuns.exportAddress(run.id, "xlsx")}>{t("问题清单 xlsx", "Findings xlsx")}</Button>
      <Button type="primary" onClick={() => window.print()}>
        {t("打印报告", "Print the report")}
      </Button>
    </>
  );
}

function Remove({ run }: { run: ShadowRun }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<object, ShadowRun>
      label={t("删除", "Delete")}
      danger
      summary={() => [{ label: t("报告", "Report"), value: run.title }]}
      consequence={t("文件和报告一并删除；账上本来就没有它。", "Files and report go together; nothing of them is in the books.")}
      act={(_, act) => shadowRuns.remove(run.id, act)}
      done={t("已删除", "Deleted")}
      onDone={() => navigate("/shadow-runs")}
    />
  );
}
