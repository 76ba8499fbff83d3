import { Form, Input } from "antd";
import { type History, type HistoryDetail, type HistorySignature, histories } from "../api/histories";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { Money } from "../shared/Money";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The second person's signature, or giving it up. */
export function HistoryActs({ history }: { history: History }) {
  const { t } = useText();
  const approver = useHasRole("finance-approver");
  const finance = useHasRole("finance-maker", "finance-approver");
  return (
    <>
      {approver && history.state === "checked" && (
        <ActionButton<HistorySignature, HistoryDetail>
          label={t("签署入账", "Sign and enter")}
          type="primary"
          disabled={history.madeByMe}
          fields={
            <>
              <DocumentFields label={t("依据文号", "Document")} day={{ name: "documentDate", label: t("文件日期", "Dated") }} />
              <Form.Item name="functionalSubject" label={t("功能科目", "Functional subject")} rules={[{ required: true }]}>
                <Input maxLength={7} placeholder="2060404" />
              </Form.Item>
            </>
          }
          summary={() => [
            { label: t("单位年度", "Body-years"), value: String(history.lines) },
            { label: t("已拨付（元）", "Paid (yuan)"), value: <Money fen={history.paidFen} strong /> },
            {
              label: t("将立案追缴（元）", "To be claimed (yuan)"),
              value: <Money fen={history.clawbackFen - history.receivedFen} strong />,
            },
          ]}
          consequence={t(
            "全部一次入账，之后只能以更正分录改动；多拨付而未收回的立即进入追缴。",
            "All of it enters the books at once and is changed by correcting postings only; what was overpaid and not received is claimed at once.",
          )}
          act={(document, act) => histories.confirm(history.id, document, act)}
          done={t("已签署，正在入账", "Signed; being entered")}
        />
      )}
      {finance && ["checked", "faulty"].includes(history.state) && (
        <ActionButton<object, HistoryDetail>
          label={t("作废", "Give up")}
          danger
          summary={() => [{ label: t("台账", "Tables"), value: history.title }]}
          act={(_, act) => histories.dismiss(history.id, act)}
          done={t("已作废", "Given up")}
        />
      )}
    </>
  );
}
