import { Form, InputNumber, Select } from "antd";
import { useNavigate } from "react-router";
import { type Commission, reporting } from "../api/reporting";
import type { EvaluationRoundDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useFiscalYears } from "../shared/fiscalYears";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { ThirdPartyFields } from "./ThirdPartyFields";

type Values = Commission & { programme: string; year: number };

/** The city has the recognised centres of a year evaluated (ZS-18). */
export function OpenRound() {
  const { t } = useText();
  const programmes = useProgrammes();
  const { current } = useFiscalYears();
  const navigate = useNavigate();
  if (programmes.loading) {
    return null;
  }
  return (
    <ActionButton<Values, EvaluationRoundDetail>
      label={t("启动年度评价", "Open a round")}
      type="primary"
      initial={{ programme: programmes.options[0]?.value, year: current - 1 }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={programmes.options} />
          </Form.Item>
          <Form.Item name="year" label={t("评价年度", "Year evaluated")} rules={[{ required: true }]}>
            <InputNumber precision={0} min={2025} max={current} />
          </Form.Item>
          <ThirdPartyFields />
        </>
      }
      summary={(values) => [
        { label: t("项目", "Programme"), value: programmes.name(values.programme) },
        { label: t("评价年度", "Year evaluated"), value: values.year },
        { label: t("第三方机构", "Third party"), value: values.thirdPartyName },
        { label: t("统一社会信用代码", "Social credit code"), value: values.thirdPartyCode },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      consequence={t(
        "评价对象为该年度末已认定的全部机构，每家一项。",
        "Every centre recognised at the end of that year is evaluated, each once.",
      )}
      act={(values, act) => reporting.openRound(values, act)}
      done={t("年度评价已启动", "The round is open")}
      onDone={({ round }) => navigate(`/evaluation-rounds/${round.id}`)}
    />
  );
}
