import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { claims, type RewardDecisionDetail } from "../api/claims";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DocumentFields } from "../shared/DocumentFields";
import { MoneyInput } from "../shared/MoneyInput";
import { NumberField } from "../shared/NumberField";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { usePacks } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { awardsOf } from "./awards";

type Values = {
  award: string;
  year: number;
  documentNumber: string;
  decidedOn: string;
  amounts?: Record<string, number | null>;
  bodies?: { key: string; amountFen: number; basis?: string }[];
};

/** Records a year's decision on amounts, for each grade, answer or body. */
export function ProposeDecision() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const awards = usePacks().flatMap(awardsOf);
  const id = (award: { programme: string; name: string }) => `${award.programme}/${award.name}`;
  const chosen = (key: string | undefined) => awards.find((one) => id(one) === key);
  return (
    <ActionButton<Values, RewardDecisionDetail>
      label={t("登记金额决定", "Record a decision")}
      type="primary"
      disabled={awards.length === 0}
      initial={{ award: awards[0] && id(awards[0]), year: Number(today.slice(0, 4)) - 1, decidedOn: today }}
      fields={
        <>
          <Form.Item name="award" label={t("事项", "Award")} rules={[{ required: true }]}>
            <Select options={awards.map((one) => ({ value: id(one), label: t(one.label) }))} />
          </Form.Item>
          <NumberField name="year" label={t("年度", "Year")} min={2000} max={2200} />
          <DocumentFields label={t("决定文号", "Document")} day={{ name: "decidedOn", label: t("决定日期", "Dated") }} />
          <Form.Item noStyle dependencies={["award"]}>
            {({ getFieldValue }) => {
              const award = chosen(getFieldValue("award"));
              if (!award) {
                return null;
              }
              return award.keys ? (
                <>
                  <p className="secondary">
                    {t("不奖励的留空。", "Leave empty what is not rewarded.")} <Clause id={award.clause} />
                  </p>
                  {award.keys.map((one) => (
                    <Form.Item key={one.key} name={["amounts", one.key]} label={t(one.label)}>
                      <MoneyInput />
                    </Form.Item>
                  ))}
                </>
              ) : (
                <Form.List name="bodies" initialValue={[{}]}>
                  {(rows, { add, remove }) => (
                    <>
                      {rows.map((row) => (
                        <div key={row.key} className="list-item">
                          <Form.Item name={[row.name, "key"]} label={t("机构", "Institution")} rules={[{ required: true }]}>
                            <LinkPicker programme={award.programme} of="institution" />
                          </Form.Item>
                          <Form.Item name={[row.name, "amountFen"]} label={t("金额", "Amount")} rules={[{ required: true }]}>
                            <MoneyInput />
                          </Form.Item>
                          <Form.Item name={[row.name, "basis"]} label={t("奖励事项和条款", "Item and article")}>
                            <Input maxLength={200} />
                          </Form.Item>
                          <button type="button" className="link" onClick={() => remove(row.name)}>
                            {t("删除", "Remove")}
                          </button>
                        </div>
                      ))}
                      <button type="button" className="link" onClick={() => add({})}>
                        {t("添加一家", "Add another")}
                      </button>
                    </>
                  )}
                </Form.List>
              );
            }}
          </Form.Item>
        </>
      }
      act={({ award, year, documentNumber, decidedOn, amounts, bodies }, act) => {
        const one = chosen(award);
        return claims.proposeDecision(
          {
            programme: one?.programme ?? "",
            award: one?.name ?? "",
            year,
            documentNumber,
            decidedOn,
            amounts: one?.keys
              ? Object.entries(amounts ?? {}).flatMap(([key, amountFen]) => (amountFen ? [{ key, amountFen }] : []))
              : (bodies ?? []),
          },
          act,
        );
      }}
      done={t("已登记，等待他人确认", "Recorded; awaiting another person")}
      onDone={({ decision }) => navigate(`/rewards/${decision.id}`)}
    />
  );
}
