import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link, useParams } from "react-router";
import { funding } from "../api/funding";
import type { SpendingStatement, SpendingStatementDetail } from "../api/types";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { ConfirmStatement, ReturnStatement } from "./StatementActs";
import { VerifyVouchers } from "./VerifyVouchers";
import { VoucherFiles } from "./VoucherFiles";
import { VoucherTable } from "./VoucherTable";

export function StatementPage() {
  const { id = "" } = useParams();
  const statement = useQuery({ queryKey: ["statement", id], queryFn: () => funding.statement(id) });
  return <Loaded query={statement}>{(value) => <Details {...value} />}</Loaded>;
}

type Signed = SpendingStatement["verified"];
const signed = (by: Signed) => (by ? `${by.name} · ${instant(by.at)}` : null);

function Details({ statement, vouchers, files }: SpendingStatementDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const operator = useHasRole("operator");
  const maker = useHasRole("finance-maker");
  const approver = useHasRole("finance-approver");
  const submitted = statement.status === "submitted";
  const open = submitted || statement.status === "verified";
  const verifies = maker && submitted;
  return (
    <Page
      title={t(
        `${statement.institutionName} · ${statement.fiscalYear} 年度支出`,
        `${statement.institutionName} · spending of ${statement.fiscalYear}`,
      )}
      parent={{ to: "/spending", name: t("支出报表", "Spending statements") }}
      status={<Status value={statement.status} of="spending" />}
      lead={name(statement.programme)}
      actions={
        <>
          {!operator && <Link to={`/accounts/${statement.institutionId}`}>{t("资金账户", "Funding account")}</Link>}
          {(maker || approver) && open && <ReturnStatement statement={statement} />}
          {approver && statement.status === "verified" && <ConfirmStatement statement={statement} />}
        </>
      }
    >
      {statement.returnReason && (
        <Alert type="warning" showIcon title={t(`退回理由：${statement.returnReason}`, `Returned: ${statement.returnReason}`)} />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("申报支出（元）", "Stated (yuan)"), value: <Money fen={statement.totalFen} strong /> },
            {
              label: t("认可支出（元）", "Accepted (yuan)"),
              value: statement.verified ? <Money fen={statement.acceptedFen} strong /> : "—",
            },
            { label: t("报送", "Handed in"), value: signed(statement.submitted) },
            { label: t("核验", "Verified"), value: signed(statement.verified) },
            { label: t("确认", "Confirmed"), value: signed(statement.confirmed) },
            statement.returned && { label: t("退回", "Returned"), value: signed(statement.returned) },
            {
              label: t("整份报表的附件", "Files of the whole statement"),
              value: <VoucherFiles statementId={statement.id} files={files} mayAttach={operator && submitted} />,
            },
          ]}
        />
      </section>
      {verifies ? (
        <VerifyVouchers statement={statement} vouchers={vouchers} files={files} />
      ) : (
        <section className="panel">
          <h2>{t("凭证", "Vouchers")}</h2>
          <VoucherTable statement={statement} vouchers={vouchers} files={files} mayAttach={operator && submitted} />
        </section>
      )}
    </Page>
  );
}
