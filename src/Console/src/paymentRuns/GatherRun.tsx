import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { funding } from "../api/funding";
import { paymentPath } from "../api/payments";
import type { Payment, PaymentRunDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { chineseCapitals } from "../shared/money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { PickAll } from "./PickAll";
import { mostOfRun, sameRun, ticked, withAll } from "./picking";

/** What waits for a run, whatever the filters say. */
const waiting = { status: "approved", gathered: "false" };

/** Gathers approved payments of one programme and year into a run for the bank. */
export function GatherRun() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const [picked, setPicked] = useState<Payment[]>([]);
  const [first] = picked;
  return (
    <Page
      title={t("组批支付", "Gather a payment run")}
      parent={{ to: "/payment-runs", name: t("支付批次", "Payment runs") }}
      lead={t(
        `勾选已复核的拨付。一个批次只含一个项目的一个年度，最多 ${mostOfRun} 笔；翻页和更换筛选时已勾选的保留。`,
        `Tick approved payments. A run holds one programme and one year, and at most ${mostOfRun}; what is ticked stays so on other pages and under other filters.`,
      )}
    >
      <FilterTable<Payment>
        of="payments-to-gather"
        fetchPage={funding.payments}
        fixed={waiting}
        rowKey="id"
        limit={50}
        emptyText={t("没有已复核、待支付的拨付", "No approved payments wait")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          { name: "name", label: t("受益单位或收款单位", "Beneficiary or payee") },
        ]}
        rowSelection={{
          selectedRowKeys: picked.map((row) => row.id),
          preserveSelectedRowKeys: true,
          onChange: (keys, rows) => setPicked((before) => ticked(keys.map(String), rows, before)),
          getCheckboxProps: (row) => ({ disabled: !!first && !sameRun(first, row), "aria-label": row.beneficiaryName }),
        }}
        columns={[
          { title: t("受益单位", "Beneficiary"), render: (_, row) => <Link to={paymentPath(row)}>{row.beneficiaryName}</Link> },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.netFen} /> },
          { title: t("收款单位", "Payee"), dataIndex: "payeeName" },
          { title: t("收款账号", "Account"), render: (_, row) => <code>{row.payeeAccount}</code> },
          { title: t("复核日期", "Approved on"), dataIndex: "approvedOn" },
        ]}
      />
      <div className="sticky-actions">
        <PickAll
          query={waiting}
          first={first}
          picked={picked.length}
          pick={(found) => setPicked((before) => withAll(before, found))}
          clear={() => setPicked([])}
        />
        <Gather picked={picked} />
      </div>
    </Page>
  );
}

function Gather({ picked }: { picked: Payment[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const programmes = useProgrammes();
  const [first] = picked;
  const totalFen = picked.reduce((sum, row) => sum + row.netFen, 0);
  const tooMany = picked.length > mostOfRun;
  return (
    <>
      <span role="status">
        {t(`已选 ${picked.length} 笔，合计 `, `${picked.length} chosen, total `)}
        <Money fen={totalFen} strong />
        {tooMany && t(`，超过一个批次的 ${mostOfRun} 笔`, `; a run holds ${mostOfRun}`)}
      </span>
      <ActionButton<object, PaymentRunDetail>
        label={t("组批", "Gather")}
        type="primary"
        disabled={picked.length === 0 || tooMany}
        summary={() => [
          { label: t("项目", "Programme"), value: first && programmes.name(first.programme) },
          { label: t("年度", "Fiscal year"), value: first?.fiscalYear },
          { label: t("笔数", "Payments"), value: picked.length },
          { label: t("合计（元）", "Total (yuan)"), value: <Money fen={totalFen} strong /> },
          { label: t("大写", "In capitals"), value: chineseCapitals(totalFen) },
        ]}
        consequence={t("组批后由另一人封存，封存后交银行支付。", "Another person seals it; then the bank pays.")}
        act={(_, act) =>
          funding.gatherRun(
            {
              programme: first?.programme ?? "",
              fiscalYear: first?.fiscalYear ?? 0,
              paymentIds: picked.map((row) => row.id),
            },
            act,
          )
        }
        done={t("已组批，等待封存", "Gathered; awaiting the seal")}
        onDone={({ run }) => navigate(`/payment-runs/${run.id}`)}
      />
    </>
  );
}
