import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input, Radio, Result } from "antd";
import { useState } from "react";
import { newIdempotencyKey } from "../api/http";
import { open } from "../api/open";
import type { ObjectionForm, PublicNotice } from "../api/types";
import { ReasonField } from "../shared/ReasonField";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";

/** Anybody's objection, without signing in; the receipt number is shown once and leads to what became of it. */
export function RaiseObjection({ notice }: { notice: PublicNotice }) {
  const { t } = useText();
  const [form] = Form.useForm<ObjectionForm>();
  const [key, setKey] = useState(newIdempotencyKey);
  const objection = useMutation({ mutationFn: (values: ObjectionForm) => open.object(notice.id, values, { key }) });
  const again = () => {
    objection.reset();
    form.resetFields();
    setKey(newIdempotencyKey());
  };
  if (objection.data) {
    return (
      <Result
        status="success"
        title={t("异议已收到", "Your objection is received")}
        subTitle={
          <>
            {t("回执号：", "Receipt number: ")}
            <code>{objection.data.receiptNumber}</code>
            <br />
            {t(
              "请妥善保存，凭回执号可在“查验”页查询处理结果。",
              "Keep it: under “Verify” it tells what became of the objection.",
            )}
          </>
        }
        extra={<Button onClick={again}>{t("再提一件", "Another objection")}</Button>}
      />
    );
  }
  return (
    <Form<ObjectionForm>
      form={form}
      layout="vertical"
      className="public-form"
      initialValues={{ applicationId: notice.applications.length === 1 ? notice.applications[0]?.applicationId : undefined }}
      onFinish={(values) => objection.mutate(values)}
      scrollToFirstError
    >
      <Form.Item name="applicationId" label={t("对哪个公示对象", "To which body")} rules={[{ required: true }]}>
        <Radio.Group
          className="open-choices"
          options={notice.applications.map((line) => ({ value: line.applicationId, label: line.title }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("姓名或单位名称", "Your name or organisation")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} autoComplete="name" />
      </Form.Item>
      <Form.Item name="contact" label={t("联系方式", "How to reach you")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={200} autoComplete="tel" />
      </Form.Item>
      <ReasonField name="statement" label={t("异议的事实和理由", "Facts and reasons")} />
      <p className="secondary">
        {t(
          "姓名和联系方式仅供科技局核实使用，不对外公开。",
          "Your name and contact are for the bureau's verification only; they are not published.",
        )}
      </p>
      <RefusalAlert error={objection.error} />
      <Button type="primary" htmlType="submit" loading={objection.isPending}>
        {t("提交异议", "Send the objection")}
      </Button>
    </Form>
  );
}
