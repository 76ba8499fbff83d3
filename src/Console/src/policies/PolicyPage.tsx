import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { useParams, useSearchParams } from "react-router";
import { registry } from "../api/registry";
import type { CitedValue, Pack } from "../api/types";
import { PlanDecisions } from "../planDecisions/PlanDecisions";
import { Cited } from "../shared/Clause";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { valueText } from "./valueText";

export function PolicyPage() {
  const { programme = "" } = useParams();
  const on = useSearchParams()[0].get("on") ?? undefined;
  const pack = useQuery({ queryKey: ["policy", programme, on], queryFn: () => registry.policy(programme, on) });
  return <Loaded query={pack}>{(value) => <Details pack={value} />}</Loaded>;
}

function Details({ pack }: { pack: Pack }) {
  const { t } = useText();
  return (
    <Page
      title={t(pack.title)}
      parent={{ to: "/policies", name: t("政策规则", "Policies") }}
      status={<Status value={pack.status} of="policy" />}
    >
      <section className="panel">
        <Summary
          facts={[
            ...pack.documents.map((document) => ({
              label: t("文件", "Document"),
              value: `${t(document.title)} · ${document.issuer} · ${[document.number, document.date].filter(Boolean).join(" · ")}`,
            })),
            { label: t("生效", "In force from"), value: pack.from },
            { label: t("校验值", "Hash"), value: <code>{pack.hash}</code> },
          ]}
        />
      </section>
      <PlanDecisions pack={pack} />
      <Parameters pack={pack} />
      <Clauses pack={pack} />
    </Page>
  );
}

function Parameters({ pack }: { pack: Pack }) {
  const { t, language } = useText();
  const rows = pack.parameters.flatMap((parameter) =>
    parameter.values.map((value) => ({ ...value, parameter: parameter.label })),
  );
  return (
    <section className="panel">
      <h2>{t("参数", "Parameters")}</h2>
      <Table<CitedValue & { parameter: Pack["title"] }>
        size="small"
        rowKey={(row) => `${row.name}-${row.from}`}
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        columns={[
          { title: t("参数", "Parameter"), render: (_, row) => t(row.parameter) },
          { title: t("值", "Value"), render: (_, row) => valueText(row.value, pack, language) },
          { title: t("自", "From"), dataIndex: "from" },
          { title: t("依据", "Source"), render: (_, row) => <Cited citation={row} /> },
          {
            title: t("决定", "Decision"),
            render: (_, row) => (row.decision ? `${row.decision.number} · ${row.decision.date}` : "—"),
          },
        ]}
      />
    </section>
  );
}

function Clauses({ pack }: { pack: Pack }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("条款", "Clauses")}</h2>
      <Table<Pack["clauses"][number]>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={pack.clauses}
        columns={[
          { title: t("编号", "ID"), dataIndex: "id", width: 90, render: (id: string) => <span id={id}>{id}</span> },
          { title: t("要点", "Subject"), width: 220, render: (_, clause) => t(clause.title) },
          { title: t("原文", "Text"), render: (_, clause) => <span className="quote">{clause.quote}</span> },
          { title: t("出处", "Where"), width: 160, dataIndex: "article" },
        ]}
      />
    </section>
  );
}
