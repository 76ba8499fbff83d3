import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { type AppropriationProposal, funding } from "../api/funding";
import type { Appropriation } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { NumberField } from "../shared/NumberField";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Finance proposes the year's money; above the plan's cap the service refuses (ZS-03). */
export function ProposeAppropriation() {
  const { t } = useText();
  const { options, loading, name } = useProgrammes();
  const { current } = useFiscalYears();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  return (
    <ActionButton<AppropriationProposal, Appropriation>
      label={t("提出年度安排", "Propose an appropriation")}
      type="primary"
      disabled={loading}
      initial={{ programme: options[0]?.value, fiscalYear: current, documentDate: today }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={options} />
          </Form.Item>
          <NumberField name="fiscalYear" label={t("年度", "Fiscal year")} min={2000} max={2100} />
          <Form.Item name="amountFen" label={t("安排金额", "Amount")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item
            name="functionalSubject"
            label={t("支出功能分类科目", "Functional subject")}
            rules={[{ required: true, pattern: /^(\d{3}|\d{5}|\d{7})$/, message: t("3、5 或 7 位数字", "3, 5 or 7 digits") }]}
          >
            <Input placeholder="2060404" maxLength={7} />
          </Form.Item>
          <Form.Item name="documentNumber" label={t("指标文号", "Budget document number")} rules={[{ required: true }]}>
            <Input placeholder={t("〔2026〕1号", "No. 1 of 2026")} />
          </Form.Item>
          <Form.Item name="documentDate" label={t("文件日期", "Document date")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
        </>
      }
      summary={(values) => [
        { label: t("项目", "Programme"), value: name(values.programme) },
        { label: t("年度", "Fiscal year"), value: values.fiscalYear },
        { label: t("安排金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("指标文号", "Budget document"), value: `${values.documentNumber} · ${values.documentDate}` },
        { label: t("功能科目", "Functional subject"), value: values.functionalSubject },
      ]}
      consequence={t("提出后由另一人复核，复核通过方可使用。", "Another person approves it before it can be used.")}
      act={(values, act) => funding.proposeAppropriation(values, act)}
      done={t("已提出，等待复核", "Proposed; awaiting approval")}
      onDone={(appropriation) => navigate(`/appropriations/${appropriation.id}`)}
    />
  );
}
