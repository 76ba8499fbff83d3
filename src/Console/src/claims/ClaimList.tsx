import { Link } from "react-router";
import { type Claim, claims } from "../api/claims";
import { FilterTable } from "../shared/FilterTable";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { usePacks, useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { StartClaim } from "./StartClaim";

const statuses = ["submitted", "assessed", "approved", "returned", "refused", "withdrawn"];

export function ClaimList() {
  const { t } = useText();
  const { options, name } = useProgrammes();
  const operator = useHasRole("operator");
  const kinds = usePacks().flatMap((pack) => (pack.claims ?? []).map((kind) => ({ value: kind.name, label: t(kind.label) })));
  return (
    <Page
      title={t("补助申领", "Claims")}
      lead={t(
        "按政策条款申领补助：表单、证明材料、核算方法和上限均出自政策包，同一发票在全市（省）范围内只认可一次。",
        "Subsidies claimed under a clause: form, evidence, calculation and ceiling are the pack's; an invoice counts once.",
      )}
      actions={operator ? <StartClaim /> : <Link to="/grants">{t("补助与奖励支付", "Grants")}</Link>}
    >
      <FilterTable<Claim>
        of="claims"
        fetchPage={claims.list}
        rowKey="id"
        emptyText={t("没有符合条件的申领", "No claims match")}
        filters={[
          { name: "programme", label: t("政策", "Programme"), options },
          { name: "kind", label: t("申领事项", "Kind"), options: kinds },
          {
            name: "status",
            label: t("状态", "Status"),
            options: (operator ? ["draft", ...statuses] : statuses).map((value) => ({
              value,
              label: t(statusText(value, "claim")),
            })),
          },
        ]}
        columns={[
          {
            title: t("编号", "Number"),
            render: (_, row) => <Link to={`/claims/${row.id}`}>{row.number ?? t("草稿", "Draft")}</Link>,
          },
          {
            title: t("申领事项", "Kind"),
            render: (_, row) => kinds.find((kind) => kind.value === row.kind)?.label ?? `${name(row.programme)} · ${row.kind}`,
          },
          { title: t("申领单位", "Claimant"), dataIndex: "claimantName" },
          { title: t("提交日期", "Handed in"), render: (_, row) => row.submittedOn ?? "—" },
          {
            title: t("凭证金额（元）", "Proven (yuan)"),
            className: "amount",
            render: (_, row) => (row.claimedFen > 0 ? <Money fen={row.claimedFen} /> : "—"),
          },
          {
            title: t("核定金额（元）", "Due (yuan)"),
            className: "amount",
            render: (_, row) => (row.dueFen === null ? "—" : <Money fen={row.dueFen} strong />),
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="claim" /> },
        ]}
      />
    </Page>
  );
}
