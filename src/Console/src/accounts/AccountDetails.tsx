import { Alert, Table } from "antd";
import { Link } from "react-router";
import type { AccountDetail } from "../api/types";
import { District } from "../places/District";
import { Empty } from "../shared/Empty";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { Holds, PlaceHold } from "./Holds";
import { useGrounds } from "./useGrounds";

/** A body's money in a programme: years, clock, holds. */
export function AccountDetails({ account, holds }: AccountDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const grounds = useGrounds();
  const operator = useHasRole("operator");
  const finance = useHasRole("finance-maker", "finance-approver");
  const open = holds.filter((hold) => !hold.released);
  return (
    <Page
      title={account.name}
      parent={operator ? undefined : { to: "/accounts", name: t("机构资金账户", "Funding accounts") }}
      status={<Status value={account.standing} of="standing" />}
      lead={name(account.programme)}
      actions={
        <>
          {finance && <PlaceHold account={account} />}
          <Link to={`/ledger/statement?institution=${account.institutionId}`}>{t("对账单", "Statement")}</Link>
          <Link to={`/spending?institution=${account.institutionId}`}>{t("支出报表", "Spending")}</Link>
          <Link to={`/advances?institution=${account.institutionId}`}>{t("拨付记录", "Advances")}</Link>
          <Link to={`/institutions/${account.institutionId}`}>{t("机构信息", "The institution")}</Link>
        </>
      }
    >
      {open.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(
            "该机构已暂停拨付，解除前不予复核、不予支付。",
            "Payments to this body are on hold: nothing is approved or paid until they are released.",
          )}
        />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("实施主体", "Implementing body"), value: account.implementingBodyName },
            { label: t("县区", "District"), value: <District code={account.district} /> },
            ...grounds(account),
            { label: t("首次下达", "First allotted"), value: account.firstAllottedOn },
            { label: t("认定日期", "Recognised on"), value: account.recognisedOn },
            account.absorbed.length > 0 && {
              label: t("并入的机构（年度合并计算）", "Merged into it (their years count)"),
              value: account.absorbed.map((one) => `${one.name}（${one.years.join("、")}）`).join("；"),
            },
          ]}
        />
      </section>
      <section className="panel">
        <h2>{t("各年度资金（元）", "Money by year (yuan)")}</h2>
        <Table
          size="small"
          rowKey="fiscalYear"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={account.years}
          locale={{ emptyText: <Empty text={t("还没有拨付", "Nothing was paid yet")} /> }}
          columns={[
            { title: t("年度", "Year"), dataIndex: "fiscalYear" },
            { title: t("已占用", "Committed"), className: "amount", render: (_, year) => <Money fen={year.committedFen} /> },
            { title: t("已拨付", "Paid"), className: "amount", render: (_, year) => <Money fen={year.paidFen} /> },
            { title: t("考核应补助", "Entitled"), className: "amount", render: (_, year) => <Money fen={year.entitledFen} /> },
            {
              title: t("已确认支出", "Confirmed spending"),
              className: "amount",
              render: (_, year) => <Money fen={year.spentFen} />,
            },
            {
              title: t("逾期未用应追缴", "Claimed as unused"),
              className: "amount",
              render: (_, year) => <Money fen={year.unusedFen} />,
            },
            { title: t("已追回", "Recovered"), className: "amount", render: (_, year) => <Money fen={year.recoveredFen} /> },
          ]}
        />
      </section>
      <Holds holds={holds} />
    </Page>
  );
}
