import { Table } from "antd";
import type { Balance, Entry } from "../api/registers";
import type { Register } from "../api/types";
import { Clause } from "../shared/Clause";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

/** What is owed and paid about an entry (SD-04). */
export function Balances({ entry, register }: { entry: Entry; register: Register }) {
  const { t } = useText();
  if (register.balances.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <h2>{t(`往来（截至 ${entry.on}）`, `Balances on ${entry.on}`)}</h2>
      <Table<Balance>
        size="small"
        rowKey="name"
        pagination={false}
        dataSource={entry.balances}
        columns={[
          {
            title: t("事项", "What"),
            render: (_, one) => (
              <>
                {t(one.label)} <Clause id={one.clause} />
              </>
            ),
          },
          { title: t("已到期（元）", "Due (yuan)"), align: "right", render: (_, one) => <Money fen={one.owedFen} /> },
          { title: t("已缴（元）", "Paid (yuan)"), align: "right", render: (_, one) => <Money fen={one.paidFen} /> },
          {
            title: t("尚欠（元）", "Left to pay (yuan)"),
            align: "right",
            render: (_, one) => <Money fen={one.openFen} strong />,
          },
        ]}
      />
    </section>
  );
}
