import { Form, Input } from "antd";
import { DocumentFields } from "../shared/DocumentFields";
import { SocialCreditCodeInput } from "../shared/packForm/SocialCreditCodeInput";
import { parseSocialCreditCode } from "../shared/socialCreditCode";
import { useText } from "../shell/text";

/** The third party that evaluates, and the document that commissions it (ZS-18). */
export function ThirdPartyFields() {
  const { t } = useText();
  return (
    <>
      <Form.Item name="thirdPartyName" label={t("第三方机构", "Third party")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="thirdPartyCode"
        label={t("第三方机构统一社会信用代码", "The third party's social credit code")}
        rules={[
          { required: true },
          {
            validator: (_, code?: string) =>
              !code || parseSocialCreditCode(code)
                ? Promise.resolve()
                : Promise.reject(new Error(t("不是有效的统一社会信用代码", "Not a valid social credit code"))),
          },
        ]}
        extra={t(
          "该机构的专家据此评定等次；被评价机构的参建方不得承担。",
          "Its experts grade; a party of a centre may not evaluate it.",
        )}
      >
        <SocialCreditCodeInput />
      </Form.Item>
      <DocumentFields label={t("委托文件文号", "Number of the commission")} />
    </>
  );
}
