import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import { reporting } from "../api/reporting";
import type { Answers, PeriodicReportDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Cited } from "../shared/Clause";
import { cleaned, missing, missingFields } from "../shared/packForm/answers";
import { PackForm } from "../shared/packForm/PackForm";
import { usePack } from "../shared/programmes";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** The implementing body writes its report: the pack's sections and figures (ZS-28, ZS-23). */
export function EditReport({ detail: { report, ...written } }: { detail: PeriodicReportDetail }) {
  const { t } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pack = usePack(report.programme).data;
  const [sections, setSections] = useState<Record<string, string>>(written.sections);
  const [indicators, setIndicators] = useState<Answers>(written.indicators);
  const [version, setVersion] = useState(report.version);
  const draft = { sections, indicators: cleaned(indicators) };
  const save = useMutation({
    mutationFn: () => reporting.saveReport(report.id, draft, version),
    onSuccess: (saved) => {
      setVersion(saved.report.version);
      queries.setQueryData(["periodic-report", report.id], saved);
    },
  });
  const absent = [
    ...(pack?.sections ?? []).filter((section) => section.required && missing(sections[section.name])),
    ...missingFields(pack?.indicators ?? [], indicators, []),
  ];
  return (
    <>
      <section className="panel pack-form">
        <h2>{t("报告内容", "The report")}</h2>
        {(pack?.sections ?? []).map((section) => (
          <div key={section.name} className="question">
            <div className="question-label">
              <label htmlFor={`section-${section.name}`}>
                {section.required && (
                  <span className="required" aria-hidden="true">
                    *
                  </span>
                )}
                {t(section.label)}
              </label>
              <Cited citation={section.citation} />
            </div>
            <Input.TextArea
              id={`section-${section.name}`}
              autoSize={{ minRows: 3, maxRows: 20 }}
              maxLength={5000}
              showCount
              value={sections[section.name] ?? ""}
              onChange={(event) => setSections((now) => ({ ...now, [section.name]: event.target.value }))}
            />
          </div>
        ))}
      </section>
      <section className="panel">
        <h2>{t("监测数据", "Figures")}</h2>
        <PackForm fields={pack?.indicators ?? []} answers={indicators} onChange={setIndicators} />
      </section>
      <RefusalAlert error={save.error} />
      <div className="sticky-actions">
        <span className="secondary">
          {absent.length > 0
            ? t(
                `还需填写：${absent.map((one) => one.label.zh).join("、")}`,
                `Still missing: ${absent.map((one) => one.label.en).join(", ")}`,
              )
            : t("已填写完整", "Complete")}
        </span>
        <Button
          loading={save.isPending}
          onClick={() => save.mutate(undefined, { onSuccess: () => message.success(t("草稿已保存", "Draft saved")) })}
        >
          {t("保存草稿", "Save the draft")}
        </Button>
        <ActionButton<object, PeriodicReportDetail>
          label={t("报送", "Hand in")}
          type="primary"
          disabled={absent.length > 0 || save.isPending}
          summary={() => [
            { label: t("机构", "Institution"), value: report.institutionName },
            { label: t("报告期", "Span"), value: `${report.from} — ${report.to}` },
            { label: t("报送期限", "Due on"), value: report.dueOn },
          ]}
          consequence={t("报送后不能修改，除非科技部门退回。", "It cannot be changed afterwards, unless it is returned.")}
          act={async (_, act) => {
            const saved = await reporting.saveReport(report.id, draft, version);
            setVersion(saved.report.version);
            return reporting.submitReport(report.id, { ...act, version: saved.report.version });
          }}
          done={t("已报送", "Handed in")}
        />
      </div>
    </>
  );
}
