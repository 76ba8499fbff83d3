import { Link } from "react-router";
import { reporting } from "../api/reporting";
import type { Review } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useText } from "../shell/text";
import { GradeTag } from "./GradeTag";

export function ReviewList() {
  const { t } = useText();
  const years = useFiscalYears();
  return (
    <Page
      title={t("绩效考核", "Performance reviews")}
      lead={t(
        "对每个机构每年度安排的绩效考核；结果决定实际应补助金额。",
        "The review of each body's money of a year; its result fixes what was really due.",
      )}
    >
      <FilterTable<Review>
        of="reviews"
        fetchPage={reporting.reviews}
        rowKey="id"
        emptyText={t("没有符合条件的考核。资金拨付后，考核自动列入。", "No reviews match. A payment makes its review due.")}
        filters={[
          { name: "year", label: t("年度", "Fiscal year"), options: years.options },
          {
            name: "status",
            label: t("状态", "Status"),
            options: ["due", "graded", "published"].map((value) => ({ value, label: t(statusText(value)) })),
          },
        ]}
        columns={[
          { title: t("机构", "Institution"), render: (_, row) => <Link to={`/reviews/${row.id}`}>{row.institutionName}</Link> },
          { title: t("年度", "Year"), dataIndex: "fiscalYear" },
          { title: t("已拨付（元）", "Paid (yuan)"), className: "amount", render: (_, row) => <Money fen={row.paidFen} /> },
          {
            title: t("已公布等次", "Published grade"),
            render: (_, row) => <GradeTag programme={row.programme} grade={row.publishedGrade} />,
          },
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
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} /> },
        ]}
      />
    </Page>
  );
}
