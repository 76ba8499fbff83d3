import { Form, Input, Select, Tag } from "antd";
import { useNavigate } from "react-router";
import { registry } from "../api/registry";
import { type Call, type CallPublishing, routes } from "../api/routes";
import type { Application, Pack } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { usePacks, useProgrammes } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { CallState, Categories, callColumns } from "./callColumns";
import { calledCategories } from "./calledCategories";

/** The calls of the bureau: what may be applied for, and from when to when (EO-08). */
export function CallList() {
  const { t } = useText();
  const [city, operator] = [useHasRole("city-reviewer"), useHasRole("operator")];
  const programmes = useProgrammes();
  return (
    <Page
      title={t("申报通知", "Calls")}
      lead={t(
        "按通知申报的类型，只在通知开放期内受理；首日零时起，末日二十四时止。",
        "What is applied for by call is taken while one is open, from the first second of its first day to the last of its last.",
      )}
      actions={city && <Publish />}
    >
      <FilterTable<Call>
        of="calls"
        fetchPage={routes.calls}
        rowKey="id"
        emptyText={t("没有申报通知", "No calls")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "open",
            label: t("状态", "State"),
            options: [
              { value: "true", label: t("受理中", "Open") },
              { value: "false", label: t("未开始或已截止", "Not open") },
            ],
          },
        ]}
        columns={[
          ...callColumns(t),
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("类型", "Categories"), render: (_, row) => <Categories call={row} /> },
          { title: t("依据", "Clause"), render: (_, row) => <Clause id={row.clause} /> },
          { title: t("状态", "State"), render: (_, row) => <CallState call={row} /> },
          {
            title: "",
            render: (_, row) => (
              <>
                {operator && row.isOpen && <Apply call={row} />}
                {city && !row.isOver && <Close call={row} />}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}

function Apply({ call }: { call: Call }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<object, Application>
      label={t("申报", "Apply")}
      type="primary"
      size="small"
      consequence={t(`将在“${call.title}”下新建申报草稿。`, `A draft is begun under “${call.title}”.`)}
      act={(_, act) => registry.startApplication(call.programme, { callId: call.id }, act)}
      done={t("已新建草稿", "Draft started")}
      onDone={(application) => navigate(`/applications/${application.id}`)}
    />
  );
}

function Close({ call }: { call: Call }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, Call>
      label={t("提前截止", "Close early")}
      size="small"
      danger
      version={call.version}
      fields={<ReasonField label={t("理由（对外公布）", "Reason (public)")} />}
      act={({ reason }, act) => routes.closeCall(call.id, reason, act)}
      done={t("已截止", "Closed")}
    />
  );
}

function Publish() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const called = usePacks().filter((pack) => calledCategories(pack).length > 0);
  if (called.length === 0) {
    return null;
  }
  return (
    <ActionButton<CallPublishing, Call>
      label={t("发布通知", "Publish a call")}
      type="primary"
      initial={{ programme: called[0]?.programme, opensOn: today }}
      fields={<Fields called={called} />}
      summary={(values) => [
        { label: t("通知", "Call"), value: values.title },
        { label: t("文号", "Document"), value: values.documentNumber },
        { label: t("受理", "Taken"), value: `${values.opensOn} — ${values.closesOn}` },
      ]}
      consequence={t("发布后对外公开，不能修改，只能提前截止。", "It is public at once and cannot be edited, only closed early.")}
      act={routes.publishCall}
      done={t("通知已发布", "Published")}
    />
  );
}

function Fields({ called }: { called: Pack[] }) {
  const { t } = useText();
  const programme = Form.useWatch("programme");
  const categories = called.filter((pack) => pack.programme === programme).flatMap(calledCategories);
  return (
    <>
      <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
        <Select options={called.map((pack) => ({ value: pack.programme, label: t(pack.title) }))} />
      </Form.Item>
      <Form.Item name="title" label={t("通知名称", "Title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="categories" label={t("受理的类型", "Categories")} rules={[{ required: true }]}>
        <Select mode="multiple" options={categories.map((one) => ({ value: one.key, label: t(one.label) }))} />
      </Form.Item>
      <DocumentFields label={t("通知文号", "Document number")} day={{ name: "opensOn", label: t("首日", "First day") }} />
      <Form.Item name="closesOn" label={t("末日（当日24时止）", "Last day, to its end")} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="materials" label={t("申报材料和要求", "What is asked for")} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} maxLength={8000} showCount />
      </Form.Item>
      <Tag>{t("时间以北京时间为准", "Shanghai time")}</Tag>
    </>
  );
}
