import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { type Ageing as Aged, clawbacks } from "../api/clawbacks";
import { Money } from "../shared/Money";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";

/** What is outstanding for how long (账龄), as of today. */
export function Ageing() {
  const { t } = useText();
  const { name } = useProgrammes();
  const ageing = useQuery({ queryKey: ["clawbacks", "ageing"], queryFn: clawbacks.ageing });
  if (!ageing.data?.length) {
    return null;
  }

  const span = (from: number, to: number | null) =>
    from === 0
      ? t("未逾期", "In time")
      : to === null
        ? t(`逾期 ${from} 日以上`, `${from} days and more`)
        : t(`逾期 ${from}–${to} 日`, `${from}–${to} days`);
  return (
    <section className="panel">
      <h2>{t("账龄", "Ageing")}</h2>
      {ageing.data.map((of: Aged) => (
        <Table<Aged["bands"][number]>
          key={of.programme}
          size="small"
          rowKey="fromDays"
          pagination={false}
          title={() => name(of.programme)}
          dataSource={of.bands}
          columns={[
            { title: t("账龄", "Age"), render: (_, band) => span(band.fromDays, band.toDays) },
            { title: t("案数", "Cases"), dataIndex: "cases" },
            {
              title: t("未缴（元）", "Outstanding (yuan)"),
              className: "amount",
              render: (_, band) => <Money fen={band.outstandingFen} />,
            },
          ]}
        />
      ))}
    </section>
  );
}
