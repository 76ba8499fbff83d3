import { Link } from "react-router";
import { funding } from "../api/funding";
import type { DeadlineClock } from "../api/types";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { DaysLeft } from "./DaysLeft";

export function DeadlineList() {
  const { t } = useText();
  const programmes = useProgrammes();
  const operator = useHasRole("operator");
  return (
    <Page
      title={t("认定期限", "Recognition deadlines")}
      lead={t(
        "自首次下达起计算；期满仍未认定的不再补助，未使用的资金追缴。",
        "From the first allotment: a body not recognised in time is never paid again, and what is unused is claimed back.",
      )}
      actions={<Link to="/deadline-cases">{t("逾期未认定案", "Deadline cases")}</Link>}
    >
      <FilterTable<DeadlineClock>
        of="deadlines"
        fetchPage={funding.deadlines}
        rowKey="institutionId"
        emptyText={t("没有下达过资金的机构", "No body was allotted money yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "recognised",
            label: t("是否已认定", "Recognised"),
            options: [
              { value: "false", label: t("未认定", "Not recognised") },
              { value: "true", label: t("已认定", "Recognised") },
            ],
          },
        ]}
        columns={[
          {
            title: t("机构", "Institution"),
            render: (_, row) => <Link to={operator ? "/my-money" : `/accounts/${row.institutionId}`}>{row.name}</Link>,
          },
          { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
          { title: t("首次下达", "First allotted"), render: (_, row) => row.allottedOn ?? "—" },
          { title: t("认定期限", "Deadline"), render: (_, row) => row.deadline ?? "—" },
          { title: t("进展", "Clock"), render: (_, row) => <DaysLeft clock={row} /> },
          { title: t("已提醒", "Warned"), render: (_, row) => <Warnings clock={row} /> },
          {
            title: t("逾期案", "Case"),
            render: (_, row) =>
              row.openCaseId ? <Link to={`/deadline-cases/${row.openCaseId}`}>{t("待确认", "Awaiting confirmation")}</Link> : "—",
          },
        ]}
      />
    </Page>
  );
}

function Warnings({ clock }: { clock: DeadlineClock }) {
  const { t } = useText();
  return clock.warnings.length === 0
    ? "—"
    : clock.warnings.map((one) => (
        <div key={`${one.deadline}-${one.days}`} className="secondary">
          {t(`${one.writtenOn}（期满前 ${one.days} 天）`, `${one.writtenOn} (${one.days} days before)`)}
        </div>
      ));
}
