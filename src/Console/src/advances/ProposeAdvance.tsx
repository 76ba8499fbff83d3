import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useGrounds } from "../accounts/useGrounds";
import { type AdvanceProposal, funding } from "../api/funding";
import type { Account, AdvanceDetail } from "../api/types";
import { openAppropriations } from "../appropriations/openAppropriations";
import { ActionButton } from "../shared/ActionButton";
import { CapBar } from "../shared/CapBar";
import { DayInput } from "../shared/DayInput";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { chineseCapitals } from "../shared/money";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { LinkName } from "../shared/packForm/LinkName";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { confirmedAccount } from "./confirmedAccount";

/** Proposes to pay a body in advance from a year's open money (ZS-05). */
export function ProposeAdvance() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const grounds = useGrounds();
  const [account, setAccount] = useState<Account | null>(null);
  // What was read for a body that was chosen before says nothing of this one.
  const chosen = (id: string) => (account?.institutionId === id ? account : null);
  const open = useQuery({ queryKey: ["appropriations", "open"], queryFn: openAppropriations });
  const appropriations = open.data ?? [];
  return (
    <ActionButton<AdvanceProposal, AdvanceDetail>
      label={t("提出拨付", "Propose an advance")}
      type="primary"
      disabled={open.isPending}
      initial={{ allottedOn: today, appropriationId: appropriations[0]?.id }}
      fields={(form) => (
        <>
          <Form.Item name="institutionId" label={t("机构", "Institution")} rules={[{ required: true }]}>
            <LinkPicker
              of="institution"
              // Whoever builds the body is paid, to the account that two persons have confirmed; the first time it is typed.
              // Another body's account is taken away at once.
              onChange={async (id) => {
                form.resetFields(["payeeName", "payeeAccount", "payeeBank"]);
                const [body, confirmed] = await bodyAndPayee(id);
                if (form.getFieldValue("institutionId") === id) {
                  setAccount(body);
                  form.setFieldsValue(
                    confirmed
                      ? { payeeName: confirmed.name, payeeAccount: confirmed.number, payeeBank: confirmed.bank ?? undefined }
                      : { payeeName: body?.implementingBodyName },
                  );
                }
              }}
            />
          </Form.Item>
          <Form.Item name="appropriationId" label={t("年度安排", "Appropriation")} rules={[{ required: true }]}>
            <Select
              options={appropriations.map((one) => ({ value: one.id, label: `${one.fiscalYear} · ${one.documentNumber}` }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={["appropriationId"]}>
            {({ getFieldValue }) => {
              const chosen = appropriations.find((one) => one.id === getFieldValue("appropriationId"));
              return (
                chosen && <CapBar capFen={chosen.amountFen} committedFen={chosen.committedFen} paidFen={chosen.paidFen} compact />
              );
            }}
          </Form.Item>
          <Form.Item name="amountFen" label={t("拨付金额", "Amount")} rules={[{ required: true }]}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="purpose" label={t("用途", "Purpose")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item name="allotmentNumber" label={t("下达文号", "Allotment document")} rules={[{ required: true }]}>
            <Input placeholder={t("〔2026〕1号", "No. 1 of 2026")} />
          </Form.Item>
          <Form.Item name="allottedOn" label={t("下达日期", "Allotted on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="payeeName" label={t("收款单位", "Payee")} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
          <Form.Item name="payeeAccount" label={t("收款账号", "Payee's account")} rules={[{ required: true }]}>
            <Input inputMode="numeric" />
          </Form.Item>
          <Form.Item name="payeeBank" label={t("开户银行", "Payee's bank")}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item noStyle dependencies={["institutionId"]}>
            {({ getFieldValue }) =>
              chosen(getFieldValue("institutionId"))?.coBuilt === false && (
                <Form.Item
                  name="coBuildReason"
                  label={t("非市县共建，须说明理由", "Not co-built: a reason is needed")}
                  rules={[{ required: true }]}
                >
                  <Input.TextArea autoSize={{ minRows: 2 }} />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
      summary={(values) => [
        {
          label: t("机构", "Institution"),
          value: chosen(values.institutionId)?.name ?? <LinkName of="institution" id={values.institutionId} />,
        },
        { label: t("年度", "Fiscal year"), value: appropriations.find((one) => one.id === values.appropriationId)?.fiscalYear },
        { label: t("拨付金额（元）", "Amount (yuan)"), value: <Money fen={values.amountFen} strong /> },
        { label: t("大写", "In capitals"), value: chineseCapitals(values.amountFen) },
        { label: t("下达文件", "Allotment"), value: `${values.allotmentNumber} · ${values.allottedOn}` },
        { label: t("收款", "Payee"), value: `${values.payeeName} · ${values.payeeAccount}` },
        ...[chosen(values.institutionId)].filter((one) => !!one).flatMap(grounds),
      ]}
      consequence={t(
        "提出后由另一人复核，复核时核定年度上限与补助年限。",
        "Another person approves it; the cap and the years are decided then.",
      )}
      act={(values, act) => funding.proposeAdvance(values, act)}
      done={t("已提出，等待复核", "Proposed; awaiting approval")}
      onDone={({ advance }) => navigate(`/advances/${advance.id}`)}
    />
  );
}

/** A body's account of money and its confirmed bank account; one that money knows nothing of is refused when it is sent. */
async function bodyAndPayee(id: string | undefined) {
  if (!id) {
    return [null, undefined] as const;
  }
  const [found, confirmed] = await Promise.allSettled([funding.account(id), confirmedAccount(id)]);
  return [
    found.status === "fulfilled" ? found.value.account : null,
    confirmed.status === "fulfilled" ? confirmed.value : undefined,
  ] as const;
}
