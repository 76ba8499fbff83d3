import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useNavigate } from "react-router";
import { everyPage } from "../api/everyPage";
import { registry } from "../api/registry";
import { type Commission, reporting } from "../api/reporting";
import type { Evaluation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { ThirdPartyFields } from "./ThirdPartyFields";

/** When its rectification is over, a body is evaluated again (ZS-19). */
export function OpenReEvaluation() {
  const { t } = useText();
  const navigate = useNavigate();
  const mending = useQuery({
    queryKey: ["institutions", "under-rectification"],
    queryFn: () => everyPage(registry.institutions, { standing: "under-rectification" }),
  });
  const { today } = useBusinessDate();
  // ZS-19, P-2: the term's last day still belongs to the body.
  const bodies = (mending.data ?? []).filter(
    ({ rectificationUntil }) => rectificationUntil !== null && rectificationUntil < today,
  );
  if (bodies.length === 0) {
    return null;
  }
  return (
    <ActionButton<Commission & { institutionId: string }, Evaluation>
      label={t("启动整改复评", "Open a re-evaluation")}
      fields={
        <>
          <Form.Item
            name="institutionId"
            label={t("整改期满的机构", "Body whose rectification is over")}
            rules={[{ required: true }]}
          >
            <Select
              showSearch={{ optionFilterProp: "label" }}
              options={bodies.map((one) => ({
                value: one.id,
                label: t(`${one.name}（整改至 ${one.rectificationUntil}）`, `${one.name} (until ${one.rectificationUntil})`),
              }))}
            />
          </Form.Item>
          <ThirdPartyFields />
        </>
      }
      summary={(values) => [
        { label: t("机构", "Institution"), value: bodies.find((one) => one.id === values.institutionId)?.name },
        { label: t("第三方机构", "Third party"), value: values.thirdPartyName },
        { label: t("统一社会信用代码", "Social credit code"), value: values.thirdPartyCode },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t(
        "合格的恢复认定状态；仍不合格的，由系统提出摘牌，由人确认。",
        "A pass restores the standing; another fail proposes the delisting, which a person confirms.",
      )}
      act={(values, act) => reporting.openReEvaluation(values, act)}
      done={t("复评已启动", "The re-evaluation is open")}
      onDone={({ id }) => navigate(`/evaluations/${id}`)}
    />
  );
}
