import { Table, type TableProps } from "antd";
import type { SpendingStatement, StatementFile, Voucher } from "../api/types";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";
import { VoucherFiles } from "./VoucherFiles";

type VoucherTableProps = {
  statement: SpendingStatement;
  vouchers: Voucher[];
  files: StatementFile[];
  mayAttach: boolean;
  /** What was found about each; left out, the findings on record are shown. */
  finding?: NonNullable<TableProps<Voucher>["columns"]>[number];
};

export function VoucherTable({ statement, vouchers, files, mayAttach, finding }: VoucherTableProps) {
  const { t } = useText();
  return (
    <Table<Voucher>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={vouchers}
      columns={[
        { title: t("发票号码", "Invoice number"), dataIndex: "number" },
        {
          title: t("销售方", "Seller"),
          render: (_, row) => (
            <>
              {row.sellerName}
              {row.sellerCode && (
                <div>
                  <code>{row.sellerCode}</code>
                </div>
              )}
            </>
          ),
        },
        { title: t("开票日期", "Issued on"), dataIndex: "issuedOn" },
        { title: t("用途", "Purpose"), dataIndex: "purpose" },
        { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
        {
          title: t("附件", "Files"),
          render: (_, row) => <VoucherFiles statementId={statement.id} voucherId={row.id} files={files} mayAttach={mayAttach} />,
        },
        finding ?? { title: t("核验结论", "Finding"), render: (_, row) => <Finding voucher={row} /> },
      ]}
    />
  );
}

function Finding({ voucher }: { voucher: Voucher }) {
  const { t } = useText();
  if (voucher.accepted === null || voucher.accepted === undefined) {
    return "—";
  }
  return voucher.accepted ? t("认可", "Accepted") : t(`不予认可：${voucher.reason}`, `Not accepted: ${voucher.reason}`);
}
