import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import { useNavigate } from "react-router";
import { registry } from "../api/registry";
import { routes } from "../api/routes";
import type { Application } from "../api/types";
import { useMyBodies } from "../institutions/useMyBodies";
import { ActionButton } from "../shared/ActionButton";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

type Start = { programme: string; institutionId?: string; callId?: string };

/** A new draft: of a new body, or for the recognition of one's own body under construction, prefilled from what it filed (ZS-30). */
export function StartApplication() {
  const { t } = useText();
  const { options, loading } = useProgrammes();
  const navigate = useNavigate();
  return (
    <ActionButton<Start, Application>
      label={t("新建申报", "New application")}
      type="primary"
      disabled={loading}
      initial={{ programme: options[0]?.value }}
      fields={<Fields />}
      act={({ programme, institutionId, callId }, act) => registry.startApplication(programme, { institutionId, callId }, act)}
      done={t("已新建草稿", "Draft started")}
      onDone={(application) => navigate(`/applications/${application.id}`)}
    />
  );
}

function Fields() {
  const { t } = useText();
  const { options } = useProgrammes();
  const programme = Form.useWatch("programme");
  const calls = useQuery({
    queryKey: ["calls", "open", programme],
    queryFn: () => routes.calls({ programme, open: "true", limit: "50" }),
    enabled: !!programme,
  });
  const bodies = useMyBodies("under-construction").filter((body) => body.programme === programme);
  return (
    <>
      <Form.Item name="programme" label={t("申报哪个项目", "Which programme")} rules={[{ required: true }]}>
        <Radio.Group options={options} />
      </Form.Item>
      {(calls.data?.items.length ?? 0) > 0 && (
        <Form.Item
          name="callId"
          label={t("所依据的申报通知", "The call that it answers")}
          extra={t("不按通知申报的类型请留空。", "Leave it empty for what is not applied for by call.")}
        >
          <Select
            allowClear
            options={calls.data?.items.map((call) => ({ value: call.id, label: `${call.title}（${call.lastDay}）` }))}
          />
        </Form.Item>
      )}
      {bodies.length > 0 && (
        <Form.Item
          name="institutionId"
          label={t("为本单位在建机构申请认定", "For the recognition of a body under construction")}
          extra={t(
            "选择后以其最近一次申报内容预填；申报新的机构请留空。",
            "Prefilled with what it filed last; leave it empty for a new body.",
          )}
        >
          <Select allowClear options={bodies.map((body) => ({ value: body.id, label: body.name }))} />
        </Form.Item>
      )}
    </>
  );
}

/** The same from the body's own page. */
export function ApplyForRecognition({ programme, institutionId }: { programme: string; institutionId: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<object, Application>
      label={t("申请认定", "Apply for recognition")}
      type="primary"
      consequence={t(
        "将以最近一次申报内容预填一份认定申请草稿。",
        "A draft is started, prefilled with what the body filed last.",
      )}
      act={(_, act) => registry.startApplication(programme, { institutionId }, act)}
      done={t("已新建草稿", "Draft started")}
      onDone={(application) => navigate(`/applications/${application.id}`)}
    />
  );
}
