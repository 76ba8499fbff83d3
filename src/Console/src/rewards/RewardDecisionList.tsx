import { Link } from "react-router";
import { claims, type RewardDecision } from "../api/claims";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Page } from "../shared/Page";
import { usePacks, useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { awardsOf } from "./awards";
import { ProposeDecision } from "./ProposeDecision";

export function RewardDecisionList() {
  const { t } = useText();
  const { options } = useProgrammes();
  const years = useFiscalYears();
  const maker = useHasRole("finance-maker");
  const awards = usePacks().flatMap(awardsOf);
  return (
    <Page
      title={t("奖励决定", "Rewards")}
      lead={t(
        "文件没有规定金额的，由主管部门每年书面决定，两人登记和确认后按决定支付。",
        "Where the documents leave the amounts open the bureau decides them each year; two persons record and confirm, then it is paid.",
      )}
      actions={
        <>
          <Link to="/grants">{t("补助与奖励支付", "Grants")}</Link>
          {maker && awards.length > 0 && <ProposeDecision />}
        </>
      }
    >
      <FilterTable<RewardDecision>
        of="reward-decisions"
        fetchPage={claims.decisions}
        rowKey="id"
        emptyText={
          awards.length > 0
            ? t("没有符合条件的决定", "No decisions match")
            : t("本地政策没有须每年决定金额的奖励事项", "No programme here leaves amounts to a yearly decision")
        }
        filters={[
          { name: "programme", label: t("政策", "Programme"), options },
          { name: "award", label: t("事项", "Award"), options: awards.map((one) => ({ value: one.name, label: t(one.label) })) },
          { name: "year", label: t("年度", "Year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["proposed", "confirmed", "withdrawn"].map((value) => ({ value, label: t(statusText(value)) })),
          },
        ]}
        columns={[
          {
            title: t("事项", "Award"),
            render: (_, row) => {
              const award = awards.find((one) => one.programme === row.programme && one.name === row.award);
              return <Link to={`/rewards/${row.id}`}>{award ? t(award.label) : row.award}</Link>;
            },
          },
          { title: t("年度", "Year"), dataIndex: "year" },
          { title: t("文号", "Document"), dataIndex: "documentNumber" },
          { title: t("日期", "Dated"), dataIndex: "decidedOn" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} /> },
        ]}
      />
    </Page>
  );
}
