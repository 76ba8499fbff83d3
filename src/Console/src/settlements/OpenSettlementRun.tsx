import { Form, Select } from "antd";
import { useNavigate } from "react-router";
import { type PendingResult, type SettlementRunDetail, settlementRuns } from "../api/settlements";
import { ActionButton } from "../shared/ActionButton";
import { useFiscalYears } from "../shared/fiscalYears";
import { NumberField } from "../shared/NumberField";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

type Opening = { programme: string; fiscalYear: number };

/** Opens a run of all results of a year that wait. */
export function OpenSettlementRun() {
  const { t } = useText();
  const { options, loading, name } = useProgrammes();
  const { current } = useFiscalYears();
  const navigate = useNavigate();
  return (
    <ActionButton<Opening, SettlementRunDetail>
      label={t("测算一个年度", "Calculate a year")}
      type="primary"
      disabled={loading}
      initial={{ programme: options[0]?.value, fiscalYear: current - 1 }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={options} />
          </Form.Item>
          <NumberField name="fiscalYear" label={t("年度", "Fiscal year")} min={2000} max={2100} />
        </>
      }
      summary={(values) => [
        { label: t("项目", "Programme"), value: name(values.programme) },
        { label: t("年度", "Fiscal year"), value: values.fiscalYear },
      ]}
      consequence={t(
        "只作测算，不动资金；由另一人复核后才结算。",
        "Only calculated, no money moves; another person commits it before anything is settled.",
      )}
      act={(values, act) => settlementRuns.open(values, act)}
      done={t("已开始测算", "Being calculated")}
      onDone={({ run }) => navigate(`/settlement-runs/${run.id}`)}
    />
  );
}

/** Opens a run of the one result. */
export function SettleOne({ result }: { result: PendingResult }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<object, SettlementRunDetail>
      label={t("单独测算", "Calculate this one")}
      size="small"
      summary={() => [
        { label: t("机构", "Institution"), value: result.institutionName },
        { label: t("年度", "Fiscal year"), value: result.fiscalYear },
      ]}
      act={(_, act) =>
        settlementRuns.open(
          { programme: result.programme, fiscalYear: result.fiscalYear, institutionIds: [result.institutionId] },
          act,
        )
      }
      done={t("已测算", "Calculated")}
      onDone={({ run }) => navigate(`/settlement-runs/${run.id}`)}
    />
  );
}
