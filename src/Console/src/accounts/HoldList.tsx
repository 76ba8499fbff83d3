import { Link } from "react-router";
import { funding, type HeldBody } from "../api/funding";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";
import { causes, useHoldColumns } from "./Holds";

/** Whose payments are stopped, why, and the approver's release. */
export function HoldList() {
  const { t } = useText();
  const columns = useHoldColumns();
  return (
    <Page
      title={t("暂停拨付", "Holds")}
      parent={{ to: "/accounts", name: t("机构资金账户", "Funding accounts") }}
      lead={t(
        "受禁止、资格终止、报告逾期或有追缴款的机构暂停拨付；原因消除后由资金审批人员说明理由解除。",
        "Payments stop where a body is barred, delisted, late with a report or owes money; an approver releases them, with a reason.",
      )}
    >
      <FilterTable<HeldBody>
        of="holds"
        fetchPage={funding.holds}
        rowKey={(row) => row.hold.id}
        emptyText={t("没有符合条件的暂停", "No holds match")}
        filters={[
          {
            name: "open",
            label: t("状态", "Status"),
            options: [
              { value: "true", label: t("暂停中", "On hold") },
              { value: "false", label: t("已解除", "Released") },
            ],
          },
          {
            name: "groundGone",
            label: t("事由", "Ground"),
            options: [
              { value: "true", label: t("已消除，可解除", "Gone, may be released") },
              { value: "false", label: t("存续", "Stands") },
            ],
          },
          {
            name: "cause",
            label: t("情形", "Cause"),
            options: Object.entries(causes).map(([value, words]) => ({ value, label: t(...words) })),
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={`/accounts/${row.institutionId}`}>{row.name}</Link>,
          },
          ...columns((row: HeldBody) => row.hold),
        ]}
      />
    </Page>
  );
}
