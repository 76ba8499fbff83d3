import { useQuery } from "@tanstack/react-query";
import { Alert, Table } from "antd";
import { type MoneyPreview, scoring } from "../api/evaluations";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { useWords } from "../shared/programmes";
import { useText } from "../shell/text";

type Line = MoneyPreview["items"][number];

/** What the grades that wait for publication come to in money (ZS-06), before anybody publishes them. */
export function MoneyOfGrades({ roundId, programme }: { roundId: string; programme: string }) {
  const { t } = useText();
  const preview = useQuery({ queryKey: ["money-preview", roundId], queryFn: () => scoring.money(roundId) });
  return (
    <section className="panel">
      <h2>{t("公布前资金测算", "In money, before publication")}</h2>
      <Loaded query={preview}>{(value) => <Lines preview={value} programme={programme} />}</Loaded>
    </section>
  );
}

function Lines({ preview, programme }: { preview: MoneyPreview; programme: string }) {
  const { t } = useText();
  const words = useWords(programme);
  if (!preview.serves) {
    return <p>{t("该评价的结果不直接结算资金。", "These grades settle no money by themselves.")}</p>;
  }
  if (!preview.answered) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t(
          "资金服务没有应答，暂时无法测算；不影响公布，公布后仍由两人结算。",
          "Funding did not answer, so there are no figures; the results may be published all the same, and two persons settle them.",
        )}
      />
    );
  }
  const sum = (of: (line: Line) => number | null) => preview.items.reduce((total, line) => total + (of(line) ?? 0), 0);
  return (
    <Table<Line>
      size="small"
      rowKey="evaluationId"
      pagination={false}
      dataSource={preview.items}
      locale={{ emptyText: t("待公布的单位该年度没有已拨付的资金", "No money of the year was paid to those to be published") }}
      columns={[
        { title: t("单位", "Body"), dataIndex: "institutionName" },
        { title: t("等次", "Grade"), render: (_, row) => words.grade(row.grade) },
        { title: t("已拨付", "Paid"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
        {
          title: t("应补助", "Entitled"),
          className: "amount",
          render: (_, row) => (row.refusedZh ? t(row.refusedZh, row.refusedEn ?? "") : <Money fen={row.entitledFen} />),
        },
        { title: t("应追缴", "Clawback"), className: "amount", render: (_, row) => <Money fen={row.clawbackFen} /> },
        {
          title: t("原应补助", "Entitled before"),
          className: "amount",
          render: (_, row) => <Money fen={row.entitledBeforeFen} />,
        },
      ]}
      summary={() =>
        preview.items.length > 1 && (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={2}>
              {t("合计", "Together")}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={2} className="amount">
              <Money fen={sum((line) => line.paidFen)} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={3} className="amount">
              <Money fen={sum((line) => line.entitledFen)} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} className="amount">
              <Money fen={sum((line) => line.clawbackFen)} strong />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={5} />
          </Table.Summary.Row>
        )
      }
    />
  );
}
