import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useParams } from "react-router";
import { funding } from "../api/funding";
import type { Settlement, SettlementDetail, SettlementRevision } from "../api/types";
import { GradeTag } from "../reviews/GradeTag";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { SheetPanel } from "../shared/SheetPanel";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { TopUp } from "./TopUp";

export function SettlementPage() {
  const { id = "" } = useParams();
  const settlement = useQuery({ queryKey: ["settlement", id], queryFn: () => funding.settlement(id) });
  return <Loaded query={settlement}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ settlement, revisions, clawbackId }: SettlementDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t(
        `${settlement.institutionName} · ${settlement.fiscalYear} 年度结算`,
        `${settlement.institutionName} · settlement of ${settlement.fiscalYear}`,
      )}
      parent={{ to: "/settlements", name: t("年度结算", "Settlements") }}
      lead={name(settlement.programme)}
      actions={
        <>
          <Link to={`/reviews/${settlement.reviewId}`}>{t("查看考核", "The review")}</Link>
          {clawbackId && <Link to={`/clawbacks/${clawbackId}`}>{t("查看追缴", "Clawbacks")}</Link>}
          {maker && settlement.clawbackFen === 0 && <TopUp settlement={settlement} />}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("考核等次", "Grade"), value: <GradeTag programme={settlement.programme} grade={settlement.grade} /> },
            { label: t("预拨（元）", "Paid in advance (yuan)"), value: <Money fen={settlement.advanceFen} /> },
            { label: t("应补助（元）", "Entitled (yuan)"), value: <Money fen={settlement.entitledFen} strong /> },
            { label: t("应追缴（元）", "Clawback (yuan)"), value: <Money fen={settlement.clawbackFen} strong /> },
          ]}
        />
      </section>
      {revisions.length > 1 && <Revisions settlement={settlement} revisions={revisions} />}
      <SheetPanel
        of="settlement"
        id={settlement.id}
        load={funding.settlementSheet}
        subject={`${settlement.institutionName} · ${settlement.fiscalYear}`}
      />
    </Page>
  );
}

function Revisions({ settlement, revisions }: { settlement: Settlement; revisions: SettlementRevision[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("历次核定", "Revisions")}</h2>
      <Table<SettlementRevision>
        size="small"
        rowKey="revision"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={revisions}
        columns={[
          { title: t("次", "No."), dataIndex: "revision" },
          { title: t("等次", "Grade"), render: (_, row) => <GradeTag programme={settlement.programme} grade={row.grade} /> },
          { title: t("公布文件", "Published"), render: (_, row) => `${row.documentNumber} · ${row.publishedOn}` },
          {
            title: t("应补助（元）", "Entitled (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.entitledFen} />,
          },
          {
            title: t("应追缴（元）", "Clawback (yuan)"),
            className: "amount",
            render: (_, row) => <Money fen={row.clawbackFen} />,
          },
        ]}
      />
    </section>
  );
}
