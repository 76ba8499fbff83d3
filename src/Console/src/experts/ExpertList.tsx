import { recognition } from "../api/recognition";
import type { Expert } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Page } from "../shared/Page";
import { StepClauses } from "../shared/StepClauses";
import { useCategories } from "../shared/useCategories";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { Enrol } from "./Enrol";

/** The experts that may be appointed; an expert sees and keeps its own entry. */
export function ExpertList() {
  const { t } = useText();
  const expert = useHasRole("expert");
  const categories = useCategories();
  return (
    <Page
      title={expert ? t("我的专家登记", "My enrolment") : t("评审专家", "Experts")}
      lead={
        <>
          {t(
            "登记所在单位后，平台据此自动回避：不评审本单位参与的申报。",
            "Where an expert works decides what the expert does not score.",
          )}{" "}
          <StepClauses kind="expert-review" />
        </>
      }
      actions={expert && <Enrol />}
    >
      <FilterTable<Expert>
        of="experts"
        fetchPage={recognition.experts}
        rowKey="id"
        emptyText={
          expert
            ? t("您尚未登记；登记后才能被选聘评审。", "You are not enrolled yet; only enrolled experts are appointed.")
            : t("还没有专家登记", "No experts have enrolled")
        }
        columns={[
          { title: t("姓名", "Name"), dataIndex: "name" },
          { title: t("所在单位", "Works for"), render: (_, row) => row.organisationName ?? "—" },
          {
            title: t("统一社会信用代码", "Social credit code"),
            render: (_, row) => (row.organisationCode ? <code>{row.organisationCode}</code> : "—"),
          },
          { title: t("熟悉领域", "Fields"), render: (_, row) => row.fields.map(categories.name).join(t("、", ", ")) || "—" },
          { title: t("登记时间", "Enrolled"), render: (_, row) => instant(row.enrolledAt) },
        ]}
      />
    </Page>
  );
}
