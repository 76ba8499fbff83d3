import { Input, Radio } from "antd";
import { useState } from "react";
import { funding } from "../api/funding";
import type { SpendingStatement, SpendingStatementDetail, StatementFile, Voucher } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";
import { acceptedOf, type Finding, type Findings, rowsOf, unfound } from "./findings";
import { VoucherTable } from "./VoucherTable";

type VerifyVouchersProps = { statement: SpendingStatement; vouchers: Voucher[]; files: StatementFile[] };

/** The maker finds upon each voucher; each no has its reason. */
export function VerifyVouchers({ statement, vouchers, files }: VerifyVouchersProps) {
  const { t } = useText();
  const [findings, setFindings] = useState<Findings>({});
  const find = (id: string, part: Finding) => setFindings((now) => ({ ...now, [id]: { ...now[id], ...part } }));
  const accepted = acceptedOf(vouchers, findings);
  const open = unfound(vouchers, findings).length;
  return (
    <section className="panel">
      <h2>{t("逐张核验", "Verify each voucher")}</h2>
      <VoucherTable
        statement={statement}
        vouchers={vouchers}
        files={files}
        mayAttach={false}
        finding={{
          title: t("核验结论", "Finding"),
          render: (_, row) => (
            <>
              <Radio.Group
                aria-label={t(`发票 ${row.number} 的结论`, `Finding on invoice ${row.number}`)}
                value={findings[row.id]?.accepted}
                onChange={(event) => find(row.id, { accepted: event.target.value })}
                options={[
                  { value: true, label: t("认可", "Accept") },
                  { value: false, label: t("不予认可", "Do not accept") },
                ]}
              />
              {findings[row.id]?.accepted === false && (
                <Input
                  aria-label={t(`发票 ${row.number} 不予认可的理由`, `Why invoice ${row.number} is not accepted`)}
                  placeholder={t("理由", "Reason")}
                  value={findings[row.id]?.reason}
                  onChange={(event) => find(row.id, { reason: event.target.value })}
                />
              )}
            </>
          ),
        }}
      />
      <div className="sticky-actions">
        <span className="secondary">
          {open > 0 ? t(`还有 ${open} 张未核验`, `${open} still to verify`) : t("全部已核验", "All verified")}
        </span>
        <ActionButton<object, SpendingStatementDetail>
          label={t("提交核验", "Submit the findings")}
          type="primary"
          disabled={open > 0}
          summary={() => [
            { label: t("申报支出（元）", "Stated (yuan)"), value: <Money fen={statement.totalFen} /> },
            {
              label: t("认可支出（元）", "Accepted (yuan)"),
              value: (
                <>
                  <Money fen={accepted.fen} strong /> {t(`（${accepted.count} 张）`, `(${accepted.count})`)}
                </>
              ),
            },
            { label: t("不予认可（张）", "Not accepted"), value: vouchers.length - accepted.count },
          ]}
          consequence={t("由另一人确认后计为已使用。", "It counts as used once another person confirms it.")}
          act={(_, act) => funding.verifyStatement(statement.id, rowsOf(vouchers, findings), act)}
          done={t("已核验，等待确认", "Verified; awaiting confirmation")}
        />
      </div>
    </section>
  );
}
