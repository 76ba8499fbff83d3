import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link, useParams } from "react-router";
import { registry } from "../api/registry";
import type { Institution } from "../api/types";
import { Clause } from "../shared/Clause";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { districtName } from "../shell/names";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export function InstitutionPage() {
  const { id = "" } = useParams();
  const institution = useQuery({ queryKey: ["institution", id], queryFn: () => registry.institution(id) });
  return <Loaded query={institution}>{(value) => <Details institution={value} />}</Loaded>;
}

function Details({ institution }: { institution: Institution }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const { category } = useWords(institution.programme);
  const seesMoney = useHasRole("finance-maker", "finance-approver", "leader", "auditor", "city-reviewer", "operator");
  return (
    <Page
      title={institution.name}
      parent={{ to: "/institutions", name: t("机构名录", "Institutions") }}
      status={<Status value={institution.standing} />}
      lead={name(institution.programme)}
      actions={seesMoney && <Link to={`/accounts/${institution.id}`}>{t("资金账户", "Funding account")}</Link>}
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("实施主体", "Implementing body"), value: institution.implementingBodyName },
            { label: t("统一社会信用代码", "Social credit code"), value: <code>{institution.implementingBodyCode}</code> },
            { label: t("重点领域", "Key field"), value: category(institution.category) },
            { label: t("县区", "District"), value: t(districtName(institution.district)) },
            { label: t("市县共建", "Built with the county"), value: institution.coBuilt ? t("是", "Yes") : t("否", "No") },
            { label: t("决定文号", "Decision"), value: institution.decisionNumber },
            { label: t("状态起始", "Standing since"), value: institution.standingSince },
            { label: t("认定日期", "Recognised on"), value: institution.recognisedOn },
          ]}
        />
      </section>
      {institution.history && (
        <section className="panel">
          <h2>{t("状态沿革", "History of its standing")}</h2>
          <Table
            size="small"
            pagination={false}
            rowKey={(entry) => `${entry.standing}-${entry.effectiveFrom}`}
            dataSource={institution.history}
            columns={[
              { title: t("状态", "Standing"), render: (_, entry) => <Status value={entry.standing} /> },
              { title: t("生效", "From"), dataIndex: "effectiveFrom" },
              { title: t("决定文号", "Decision"), dataIndex: "decisionNumber" },
              { title: t("决定日期", "Decided on"), dataIndex: "decidedOn" },
              { title: t("依据", "Clause"), render: (_, entry) => <Clause id={entry.clause} /> },
            ]}
          />
        </section>
      )}
    </Page>
  );
}
