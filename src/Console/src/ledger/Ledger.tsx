import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { Link } from "react-router";
import { funding } from "../api/funding";
import type { Posting } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useLinkName } from "../shared/packForm/links";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { accountName, postingName } from "./names";
import { TakeAlong } from "./TakeAlong";

/** The books: append-only postings in a hash chain, and the proof that they still rebuild every balance. */
export function Ledger() {
  const { t } = useText();
  const years = useFiscalYears();
  return (
    <Page
      title={t("台账", "Ledger")}
      lead={t(
        "复式分录只增不改，逐条入链；核验将重算全部链值并由分录重建各项余额。",
        "Double entries are only ever added and chained; verifying recomputes the chain and rebuilds every balance.",
      )}
    >
      <Verify />
      <TakeAlong />
      <FilterTable<Posting>
        of="postings"
        fetchPage={funding.postings}
        rowKey="sequence"
        limit={50}
        emptyText={t("还没有分录", "No postings yet")}
        filters={[
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          { name: "institution", label: t("机构", "Institution"), link: { of: "institution" } },
        ]}
        columns={[
          { title: t("序号", "No."), dataIndex: "sequence", className: "amount" },
          { title: t("日期", "Day"), dataIndex: "postedOn" },
          { title: t("事项", "Event"), render: (_, row) => t(postingName(row.kind)) },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          {
            title: t("机构", "Institution"),
            render: (_, row) =>
              row.institutionId ? (
                <Link to={`/accounts/${row.institutionId}`}>
                  <InstitutionName id={row.institutionId} />
                </Link>
              ) : (
                "—"
              ),
          },
          { title: t("借", "Debit"), render: (_, row) => t(accountName(row.debit)) },
          { title: t("贷", "Credit"), render: (_, row) => t(accountName(row.credit)) },
          { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
          { title: t("凭据", "Reference"), dataIndex: "reference" },
          {
            title: t("链值", "Hash"),
            render: (_, row) => (row.hash ? <code title={row.hash}>{row.hash.slice(0, 8)}</code> : t("待入链", "not sealed yet")),
          },
        ]}
      />
    </Page>
  );
}

function Verify() {
  const { t } = useText();
  const verify = useMutation({ mutationFn: funding.verifyLedger });
  return (
    <section className="panel verify no-print">
      <Button icon={<SafetyCertificateOutlined />} type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t("核验台账", "Verify the books")}
      </Button>
      <RefusalAlert error={verify.error} />
      {verify.data &&
        (verify.data.intact ? (
          <Alert
            type="success"
            showIcon
            title={t(
              `台账完整：${verify.data.postings} 条分录，已入链 ${verify.data.sealed} 条，链值、签名与余额全部相符。`,
              `The books are intact: ${verify.data.postings} postings, ${verify.data.sealed} of them sealed; chain, signatures and balances agree.`,
            )}
            description={verify.data.head && <code>{verify.data.head}</code>}
          />
        ) : (
          <Alert
            type="error"
            showIcon
            title={t(
              `台账有 ${verify.data.faultCount} 处不符，请立即停止付款并报告。`,
              `The books differ in ${verify.data.faultCount} places: stop payments and report it at once.`,
            )}
            description={
              <ul>
                {verify.data.faults.map((fault) => (
                  <li key={`${fault.code}-${fault.subject}`}>
                    {fault.subject}
                    {t("：", ": ")}
                    {t(fault.zh, fault.en)}
                  </li>
                ))}
              </ul>
            }
          />
        ))}
    </section>
  );
}

function InstitutionName({ id }: { id: string }) {
  return useLinkName("institution", id);
}
