import { Table } from "antd";
import type { AccountBalance } from "../api/books";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";
import { accountName } from "./names";

/** Accounts as a bookkeeper reads them: both sides, and on which side the balance stands. */
export function AccountTable({ accounts }: { accounts: AccountBalance[] }) {
  const { t } = useText();
  return (
    <Table<AccountBalance>
      size="small"
      rowKey="account"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={accounts}
      columns={[
        { title: t("科目", "Account"), render: (_, row) => t(accountName(row.account)) },
        { title: t("累计借方（元）", "Debit (yuan)"), className: "amount", render: (_, row) => <Money fen={row.debitFen} /> },
        { title: t("累计贷方（元）", "Credit (yuan)"), className: "amount", render: (_, row) => <Money fen={row.creditFen} /> },
        {
          title: t("余额（元）", "Balance (yuan)"),
          className: "amount",
          render: (_, row) => <Balance fen={row.debitFen - row.creditFen} strong />,
        },
      ]}
    />
  );
}

/** A balance, and the side on which it stands. */
export function Balance({ fen, strong }: { fen: number; strong?: boolean }) {
  const { t } = useText();
  return (
    <>
      <span className="secondary">{fen === 0 ? t("平", "even") : fen > 0 ? t("借", "debit") : t("贷", "credit")}</span>{" "}
      <Money fen={Math.abs(fen)} strong={strong} />
    </>
  );
}
