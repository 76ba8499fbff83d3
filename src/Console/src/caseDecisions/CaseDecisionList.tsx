import { Form, Input, Radio, Select, Tag } from "antd";
import { Link, useNavigate } from "react-router";
import { type CaseDecision, type CaseRecording, routes } from "../api/routes";
import type { Notice } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { SocialCreditCodeInput } from "../shared/packForm/SocialCreditCodeInput";
import { usePack, useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** Decisions on one body (EO-07) or one result (HB-28): recorded by one person, confirmed by another. */
export function CaseDecisionList() {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const programmes = useProgrammes();
  return (
    <Page
      title={t("一事一议", "Case-by-case decisions")}
      lead={t(
        "一人登记、另一人确认后生效；一项决定只用于一项备案。",
        "Recorded by one person and confirmed by another; one decision serves one filing.",
      )}
      actions={city && <Record />}
    >
      <FilterTable<CaseDecision>
        of="case-decisions"
        fetchPage={routes.caseDecisions}
        rowKey="id"
        emptyText={t("没有一事一议决定", "No case-by-case decisions")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "status",
            label: t("状态", "State"),
            options: [
              { value: "recorded", label: t("待确认", "To be confirmed") },
              { value: "confirmed", label: t("已确认", "Confirmed") },
            ],
          },
        ]}
        columns={[
          {
            title: t("单位或成果", "Body or result"),
            render: (_, row) => (
              <>
                {row.subjectName} <code>{row.subjectCode}</code>
              </>
            ),
          },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("决定内容", "What was decided"), render: (_, row) => <span className="quote">{row.terms}</span> },
          { title: t("文号", "Document"), dataIndex: "documentNumber" },
          { title: t("决定日期", "Decided on"), dataIndex: "decidedOn" },
          { title: t("有效期至", "Good until"), render: (_, row) => row.validUntil ?? "—" },
          { title: t("依据", "Clause"), render: (_, row) => <Clause id={row.clause} /> },
          { title: t("状态", "State"), render: (_, row) => <State decision={row} /> },
          {
            title: "",
            render: (_, row) =>
              city && (row.status === "recorded" ? <Acts decision={row} /> : !row.applicationId && <PostCase decision={row} />),
          },
        ]}
      />
    </Page>
  );
}

function State({ decision }: { decision: CaseDecision }) {
  const { t } = useText();
  if (decision.applicationId) {
    return <Link to={`/applications/${decision.applicationId}`}>{t("已用于备案", "A filing rests on it")}</Link>;
  }
  return decision.status === "confirmed" ? (
    <Tag color="success">{t(`已确认 · ${decision.confirmedByName}`, `Confirmed · ${decision.confirmedByName}`)}</Tag>
  ) : (
    <Tag color="warning">{t(`待确认 · ${decision.recordedByName} 登记`, `Recorded by ${decision.recordedByName}`)}</Tag>
  );
}

function Acts({ decision }: { decision: CaseDecision }) {
  const { t } = useText();
  return (
    <>
      <ActionButton<object, CaseDecision>
        label={t("确认", "Confirm")}
        size="small"
        version={decision.version}
        consequence={t(
          "确认与文件原件一致；登记人不能确认本人登记的决定。",
          "You confirm that it agrees with the document; its recorder cannot.",
        )}
        act={(_, act) => routes.confirmCase(decision.id, act)}
        done={t("已确认", "Confirmed")}
      />
      <ActionButton<object, CaseDecision>
        label={t("撤销登记", "Strike")}
        size="small"
        danger
        version={decision.version}
        consequence={t("登记有误时撤销，之后可重新登记。", "For a record that is wrong; it may be recorded anew.")}
        act={(_, act) => routes.strikeCase(decision.id, act)}
        done={t("已撤销", "Struck")}
      />
    </>
  );
}

/** The public notice of a case, where the bureau wants cases posted (EO-07). */
function PostCase({ decision }: { decision: CaseDecision }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const wanted = usePack(decision.programme)
    .data?.parameters.find((one) => one.name === "case-decision-notice")
    ?.values.at(-1)?.value.flag;
  return wanted ? (
    <ActionButton<{ documentNumber: string }, Notice>
      label={t("公示", "Post")}
      size="small"
      fields={<DocumentFields label={t("公示文号", "Notice number")} />}
      act={({ documentNumber }, act) => routes.postCase(decision.id, { documentNumber, postedOn: today }, act)}
      done={t("已公示", "Posted")}
      onDone={(notice) => navigate(`/notices/${notice.id}`)}
    />
  ) : null;
}

function Record() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { options, loading } = useProgrammes();
  return (
    <ActionButton<CaseRecording, CaseDecision>
      label={t("登记决定", "Record one")}
      type="primary"
      disabled={loading}
      initial={{ programme: options[0]?.value, kind: "body", decidedOn: today }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="kind" label={t("对象", "About")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: "body", label: t("单位（一事一议）", "One body") },
                { value: "result", label: t("成果（一果一策）", "One result") },
              ]}
            />
          </Form.Item>
          <Form.Item name="subjectName" label={t("单位或成果名称", "Its name")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="subjectCode" label={t("单位统一社会信用代码", "Social credit code")} rules={[{ required: true }]}>
            <SocialCreditCodeInput />
          </Form.Item>
          <Form.Item name="terms" label={t("决定内容", "What was decided")} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} showCount />
          </Form.Item>
          <DocumentFields label={t("文号", "Document number")} day={{ name: "decidedOn", label: t("决定日期", "Decided on") }} />
          <Form.Item name="validUntil" label={t("有效期至（可空）", "Good until (optional)")}>
            <DayInput />
          </Form.Item>
        </>
      }
      act={routes.recordCase}
      done={t("已登记，待另一人确认", "Recorded; another person confirms it")}
    />
  );
}
