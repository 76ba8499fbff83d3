import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { funding } from "../api/funding";
import { paymentPath } from "../api/payments";
import type { Payment, PaymentRunDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";

const sameRun = (a: Payment, b: Payment) => a.programme === b.programme && a.fiscalYear === b.fiscalYear;

/** Gathers approved advances of one programme and year into a run for the bank. */
export function GatherRun() {
  const { t } = useText();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<string[]>([]);
  const approved = useQuery({
    queryKey: ["payments", "to-gather"],
    queryFn: async () => (await funding.payments({ status: "approved", gathered: "false", limit: "100" })).items,
  });
  return (
    <Page
      title={t("组批支付", "Gather a payment run")}
      parent={{ to: "/payment-runs", name: t("支付批次", "Payment runs") }}
      lead={t(
        "勾选已复核的拨付。一个批次只含一个项目的一个年度。",
        "Tick approved advances. A run holds one programme and one year.",
      )}
    >
      <Loaded query={approved}>
        {(rows) => {
          const chosen = rows.filter((row) => picked.includes(row.id));
          const [first] = chosen;
          const totalFen = chosen.reduce((sum, row) => sum + row.netFen, 0);
          return (
            <>
              <Table<Payment>
                size="middle"
                rowKey="id"
                dataSource={rows}
                pagination={false}
                scroll={{ x: "max-content" }}
                locale={{ emptyText: <Empty text={t("没有已复核、待支付的拨付", "No approved advances wait for payment")} /> }}
                rowSelection={{
                  selectedRowKeys: picked,
                  onChange: (keys) => setPicked(keys.map(String)),
                  getCheckboxProps: (row) => ({ disabled: !!first && !sameRun(first, row), "aria-label": row.beneficiaryName }),
                }}
                columns={[
                  {
                    title: t("受益单位", "Beneficiary"),
                    render: (_, row) => <Link to={paymentPath(row)}>{row.beneficiaryName}</Link>,
                  },
                  { title: t("年度", "Year"), dataIndex: "fiscalYear" },
                  {
                    title: t("金额（元）", "Amount (yuan)"),
                    className: "amount",
                    render: (_, row) => <Money fen={row.netFen} />,
                  },
                  { title: t("收款单位", "Payee"), dataIndex: "payeeName" },
                  { title: t("收款账号", "Account"), render: (_, row) => <code>{row.payeeAccount}</code> },
                  { title: t("复核日期", "Approved on"), dataIndex: "approvedOn" },
                ]}
              />
              <div className="sticky-actions">
                <span>
                  {t(`已选 ${chosen.length} 笔，合计 `, `${chosen.length} chosen, total `)}
                  <Money fen={totalFen} strong />
                </span>
                <ActionButton<object, PaymentRunDetail>
                  label={t("组批", "Gather")}
                  type="primary"
                  disabled={chosen.length === 0}
                  summary={() => [
                    { label: t("年度", "Fiscal year"), value: first?.fiscalYear },
                    { label: t("笔数", "Payments"), value: chosen.length },
                    { label: t("合计（元）", "Total (yuan)"), value: <Money fen={totalFen} strong /> },
                    { label: t("大写", "In capitals"), value: chineseCapitals(totalFen) },
                  ]}
                  consequence={t("组批后由另一人封存，封存后交银行支付。", "Another person seals it; then the bank pays.")}
                  act={(_, act) =>
                    funding.gatherRun(
                      {
                        programme: first?.programme ?? "",
                        fiscalYear: first?.fiscalYear ?? 0,
                        paymentIds: chosen.map((row) => row.id),
                      },
                      act,
                    )
                  }
                  done={t("已组批，等待封存", "Gathered; awaiting the seal")}
                  onDone={({ run }) => navigate(`/payment-runs/${run.id}`)}
                />
              </div>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
