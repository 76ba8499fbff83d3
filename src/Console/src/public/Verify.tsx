import { Button, Form, Input } from "antd";
import { useNavigate } from "react-router";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";

/** Where whoever holds a paper types its number. */
export function Verify() {
  const { t } = useText();
  return (
    <Page
      title={t("证书与意见查验", "Verify a document")}
      lead={t("输入文书上的编号，查验真伪和当日状态。", "Type the number on the paper to see whether it is genuine.")}
    >
      <div className="columns-even">
        <Lookup to="/public/certificates" title={t("认定证书", "Certificate")} label={t("证书编码", "Certificate code")} />
        <Lookup to="/public/opinions" title={t("项目意见或报告", "Opinion or report")} label={t("意见或报告编号", "Number")} />
        <Lookup to="/public/objections" title={t("异议处理结果", "Objection")} label={t("异议回执号", "Receipt number")} />
      </div>
    </Page>
  );
}

function Lookup({ to, title, label }: { to: string; title: string; label: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <section className="panel">
      <h2>{title}</h2>
      <Form<{ number: string }>
        layout="vertical"
        onFinish={({ number }) => navigate(`${to}/${encodeURIComponent(number.trim())}`)}
        requiredMark={false}
      >
        <Form.Item name="number" label={label} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={64} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button htmlType="submit">{t("查验", "Verify")}</Button>
      </Form>
    </section>
  );
}
