import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { type PayeeAccount, type PayeeAccountProposal, payments } from "../api/payments";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Page } from "../shared/Page";
import { LinkPicker } from "../shared/packForm/LinkInput";
import { LinkName } from "../shared/packForm/LinkName";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The accounts that money goes to: the first is confirmed with the first payment, a change only by two persons. */
export function PayeeAccountList() {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  return (
    <Page
      title={t("收款账户", "Payee accounts")}
      lead={t(
        "首笔拨付复核时确认；此后变更须一人提出、另一人确认。列表只显示账号末四位。",
        "Confirmed with the first approved payment; after that one person proposes a change and another confirms it. Lists show the last four digits.",
      )}
      actions={maker && <ProposeChange />}
    >
      <FilterTable<PayeeAccount>
        of="payee-accounts"
        fetchPage={payments.payeeAccounts}
        rowKey="id"
        emptyText={t("还没有收款账户", "No payee accounts yet")}
        filters={[
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "confirmed", "replaced", "rejected"].map((value) => ({
              value,
              label: t(statusText(value, "payee")),
            })),
          },
        ]}
        columns={[
          { title: t("单位", "Owner"), dataIndex: "ownerName" },
          { title: t("户名", "Account name"), dataIndex: "name" },
          { title: t("账号", "Number"), render: (_, row) => <code>{row.number}</code> },
          { title: t("开户银行", "Bank"), render: (_, row) => row.bank ?? "—" },
          { title: t("变更理由", "Reason"), className: "words", render: (_, row) => row.reason ?? "—" },
          { title: t("提出", "Proposed by"), render: (_, row) => `${row.proposed.name} · ${instant(row.proposed.at)}` },
          {
            title: t("确认", "Decided by"),
            render: (_, row) => (row.decided ? `${row.decided.name} · ${instant(row.decided.at)}` : "—"),
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="payee" /> },
          {
            title: "",
            render: (_, row) =>
              approver &&
              row.status === "proposed" && (
                <>
                  <Confirm account={row} /> <Reject account={row} />
                </>
              ),
          },
        ]}
      />
    </Page>
  );
}

function ProposeChange() {
  const { t } = useText();
  return (
    <ActionButton<PayeeAccountProposal, PayeeAccount>
      label={t("提出账户变更", "Propose another account")}
      type="primary"
      fields={
        <>
          <Form.Item name="institutionId" label={t("机构", "Institution")}>
            <LinkPicker of="institution" />
          </Form.Item>
          <Form.Item
            name="code"
            label={t("或申领企业的统一社会信用代码", "Or the claiming company's social credit code")}
            dependencies={["institutionId"]}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, code?: string) =>
                  Boolean(code) === Boolean(getFieldValue("institutionId"))
                    ? Promise.reject(new Error(t("请填写机构或代码之一", "Give either the institution or the code")))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="name" label={t("户名", "Account name")} rules={[{ required: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="number" label={t("账号", "Number")} rules={[{ required: true }]}>
            <Input inputMode="numeric" maxLength={34} />
          </Form.Item>
          <Form.Item name="bank" label={t("开户银行", "Bank")}>
            <Input maxLength={100} />
          </Form.Item>
          <ReasonField />
        </>
      }
      summary={(values) => [
        {
          label: t("单位", "Owner"),
          value: values.institutionId ? <LinkName of="institution" id={values.institutionId} /> : values.code,
        },
        { label: t("户名", "Account name"), value: values.name },
        { label: t("账号", "Number"), value: values.number },
        { label: t("理由", "Reason"), value: values.reason },
      ]}
      consequence={t(
        "另一人确认前，仍只能拨付到原账户。",
        "Until another person confirms it, money goes to the former account only.",
      )}
      act={(values, act) => payments.proposePayeeAccount({ ...values, code: values.code || undefined }, act)}
      done={t("已提出，等待确认", "Proposed; awaiting confirmation")}
    />
  );
}

function Confirm({ account }: { account: PayeeAccount }) {
  const { t } = useText();
  const whole = useQuery({ queryKey: ["payee-account", account.id], queryFn: () => payments.payeeAccount(account.id) });
  return (
    <ActionButton<object, PayeeAccount>
      label={t("确认", "Confirm")}
      size="small"
      type="primary"
      summary={() => [
        { label: t("单位", "Owner"), value: account.ownerName },
        { label: t("户名", "Account name"), value: account.name },
        { label: t("账号", "Number"), value: <code>{whole.data?.number ?? account.number}</code> },
        { label: t("开户银行", "Bank"), value: account.bank },
        { label: t("理由", "Reason"), value: account.reason },
      ]}
      consequence={t(
        "确认后只能拨付到此账户；已复核而未封存的原账户付款须撤销重提。",
        "From then on money goes to this account only; approved payments to the former one are cancelled and proposed anew.",
      )}
      act={(_, act) => payments.confirmPayeeAccount(account.id, act)}
      done={t("已确认", "Confirmed")}
    />
  );
}

function Reject({ account }: { account: PayeeAccount }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, PayeeAccount>
      label={t("不同意", "Turn down")}
      size="small"
      danger
      fields={<ReasonField />}
      act={({ reason }, act) => payments.rejectPayeeAccount(account.id, reason, act)}
      done={t("已退回", "Turned down")}
    />
  );
}
