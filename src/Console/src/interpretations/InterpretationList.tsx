import { Form, Input, Select } from "antd";
import { standing } from "../api/standing";
import type { Interpretation, InterpretationEntry } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DocumentFields } from "../shared/DocumentFields";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { usePack, useProgrammes } from "../shared/programmes";
import { StepClauses } from "../shared/StepClauses";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** How the bureau reads a clause: dated entries, shown beside the clause wherever it is cited (ZS-33). */
export function InterpretationList() {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const programmes = useProgrammes();
  return (
    <Page
      title={t("条款解释", "Interpretations")}
      lead={
        <>
          {t(
            "政策由主管部门负责解释；解释随条款一并显示。",
            "The city bureau interprets the guide; each entry stands beside its clause.",
          )}{" "}
          <StepClauses kind="interpretation" />
        </>
      }
      actions={city && <Interpret />}
    >
      <FilterTable<Interpretation>
        of="interpretations"
        fetchPage={standing.interpretations}
        rowKey="id"
        emptyText={t("还没有条款解释", "No interpretations yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "clause", label: t("条款", "Clause") },
        ]}
        columns={[
          { title: t("条款", "Clause"), render: (_, row) => <Clause id={row.clause} /> },
          { title: t("解释", "Interpretation"), render: (_, row) => <span className="quote">{row.text}</span> },
          { title: t("文号", "Document"), dataIndex: "documentNumber" },
          { title: t("日期", "Issued on"), dataIndex: "issuedOn" },
        ]}
      />
    </Page>
  );
}

function Interpret() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { options, loading } = useProgrammes();
  return (
    <ActionButton<InterpretationEntry, Interpretation>
      label={t("记录解释", "Record one")}
      type="primary"
      disabled={loading}
      initial={{ programme: options[0]?.value, issuedOn: today }}
      fields={<Fields />}
      summary={(values) => [
        { label: t("条款", "Clause"), value: values.clause },
        { label: t("解释", "Interpretation"), value: values.text },
        { label: t("文号", "Document"), value: values.documentNumber },
        { label: t("日期", "Issued on"), value: values.issuedOn },
      ]}
      act={standing.interpret}
      done={t("解释已记录", "Recorded")}
    />
  );
}

function Fields() {
  const { t } = useText();
  const programme = Form.useWatch("programme");
  const { options } = useProgrammes();
  const clauses = usePack(programme).data?.clauses ?? [];
  return (
    <>
      <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
        <Select options={options} />
      </Form.Item>
      <Form.Item name="clause" label={t("条款", "Clause")} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={clauses.map((one) => ({ value: one.id, label: `${one.id} ${t(one.title)}` }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t("解释", "Interpretation")} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} showCount />
      </Form.Item>
      <DocumentFields label={t("解释文号", "Document number")} day={{ name: "issuedOn", label: t("日期", "Issued on") }} />
    </>
  );
}
