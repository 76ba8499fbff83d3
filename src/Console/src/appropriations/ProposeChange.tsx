import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import {
  type Appropriation,
  type AppropriationChange,
  type AppropriationChanging,
  type ChangeKind,
  changes,
} from "../api/appropriations";
import { funding } from "../api/funding";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { useKindName } from "./kindName";

/** Proposes what changes an open year: more or less while it runs, carried over or closed once it is over. */
export function ProposeChange({ appropriation, kinds }: { appropriation: Appropriation; kinds: ChangeKind[] }) {
  const { t } = useText();
  const kindName = useKindName();
  const { today } = useBusinessDate();
  const later = useQuery({
    queryKey: ["appropriations", "later", appropriation.id],
    queryFn: () => funding.appropriations({ programme: appropriation.programme, limit: "100" }),
    select: (page) => page.items.filter((one) => one.status === "open" && one.fiscalYear > appropriation.fiscalYear),
    enabled: kinds.includes("carry-over"),
  });
  return (
    <ActionButton<AppropriationChanging, AppropriationChange>
      label={t("提出调整", "Propose a change")}
      initial={{ kind: kinds[0], documentDate: today }}
      fields={
        <>
          <Form.Item name="kind" label={t("事项", "What")} rules={[{ required: true }]}>
            <Select options={kinds.map((kind) => ({ value: kind, label: kindName(kind) }))} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) =>
              getFieldValue("kind") === "close" ? null : (
                <Form.Item name="amountFen" label={t("金额", "Amount")} rules={[{ required: true }]}>
                  <MoneyInput />
                </Form.Item>
              )
            }
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) =>
              getFieldValue("kind") === "carry-over" ? (
                <Form.Item name="intoId" label={t("结转到年度", "Into the year")} rules={[{ required: true }]}>
                  <Select options={later.data?.map((one) => ({ value: one.id, label: String(one.fiscalYear) }))} />
                </Form.Item>
              ) : null
            }
          </Form.Item>
          <Form.Item name="documentNumber" label={t("指标文号", "Budget document number")} rules={[{ required: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="documentDate" label={t("文件日期", "Document date")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <ReasonField name="reason" />
        </>
      }
      summary={(values) => [
        { label: t("事项", "What"), value: kindName(values.kind) },
        {
          label: t("金额（元）", "Amount (yuan)"),
          value: <Money fen={values.kind === "close" ? appropriation.leftFen : (values.amountFen ?? 0)} strong />,
        },
        { label: t("指标文号", "Budget document"), value: `${values.documentNumber} · ${values.documentDate}` },
      ]}
      consequence={t(
        "提出后由另一人复核，复核通过即调整并记账。",
        "Another person approves it; then it takes effect and is posted.",
      )}
      act={(values, act) =>
        changes.propose(
          appropriation.id,
          {
            ...values,
            amountFen: values.kind === "close" ? undefined : values.amountFen,
            intoId: values.kind === "carry-over" ? values.intoId : undefined,
          },
          act,
        )
      }
      done={t("已提出，等待复核", "Proposed; awaiting approval")}
    />
  );
}
