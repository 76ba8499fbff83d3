import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { recognition } from "../api/recognition";
import type { Enrolment, Expert } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { SocialCreditCodeInput } from "../shared/packForm/SocialCreditCodeInput";
import { useCategories } from "../shared/useCategories";
import { useSession } from "../shell/session";
import { useText } from "../shell/text";

/** An expert enrols itself, or brings its own entry up to date (ZS-15). */
export function Enrol() {
  const { t } = useText();
  const { organisation } = useSession();
  const categories = useCategories();
  const own = useQuery({ queryKey: ["experts", "own"], queryFn: () => recognition.experts({ limit: "1" }) }).data?.items[0];
  return (
    <ActionButton<Enrolment, Expert>
      label={own ? t("更新登记", "Update") : t("登记", "Enrol")}
      type="primary"
      initial={{
        organisationCode: organisation ?? own?.organisationCode ?? undefined,
        organisationName: own?.organisationName ?? undefined,
        fields: own?.fields ?? [],
      }}
      fields={
        <>
          <Form.Item name="organisationName" label={t("所在单位名称", "Organisation")}>
            <Input maxLength={100} autoComplete="organization" />
          </Form.Item>
          <Form.Item name="organisationCode" label={t("所在单位统一社会信用代码", "Its social credit code")}>
            <SocialCreditCodeInput disabled={!!organisation} />
          </Form.Item>
          <Form.Item name="fields" label={t("熟悉领域", "Fields")}>
            <Select mode="multiple" options={categories.options} showSearch={{ optionFilterProp: "label" }} />
          </Form.Item>
        </>
      }
      act={({ organisationCode, ...rest }, act) =>
        recognition.enrol({ ...rest, organisationCode: organisationCode || undefined }, act)
      }
      done={t("登记已保存", "Saved")}
    />
  );
}
