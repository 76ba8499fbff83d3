import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { Link, useParams } from "react-router";
import { standing } from "../api/standing";
import type { MajorChange } from "../api/types";
import { Clause } from "../shared/Clause";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { ExamineChange } from "./ExamineChange";
import { kindName } from "./kinds";
import { ReceiveChange } from "./ReceiveChange";

export function ChangePage() {
  const { id = "" } = useParams();
  const change = useQuery({ queryKey: ["change", id], queryFn: () => standing.change(id) });
  return <Loaded query={change}>{(value) => <Details change={value} />}</Loaded>;
}

function Details({ change }: { change: MajorChange }) {
  const { t } = useText();
  const county = useHasRole("district-reviewer");
  const city = useHasRole("city-reviewer");
  const receives = (county && !change.countyReceivedOn) || (city && !change.cityReceivedOn);
  const examines = city && change.status === "reported" && !!change.countyReceivedOn && !!change.cityReceivedOn;
  const receipt = (day: string | null, by: string | null) => [day ?? t("尚未登记", "Not yet"), by].filter(Boolean).join(" · ");
  return (
    <Page
      title={t(`${change.institutionName} 的重大变化`, `Major change of ${change.institutionName}`)}
      parent={{ to: "/changes", name: t("重大变化", "Major changes") }}
      status={
        <>
          <Status value={change.status} of="change" />
          {change.late && <Tag color="warning">{t("逾期报告", "Late")}</Tag>}
        </>
      }
      actions={
        <>
          {receives && <ReceiveChange change={change} />}
          {examines && <ExamineChange change={change} />}
        </>
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            {
              label: t("机构", "Institution"),
              value: <Link to={`/institutions/${change.institutionId}`}>{change.institutionName}</Link>,
            },
            { label: t("变化", "Change"), value: change.kinds.map((kind) => t(kindName(kind))).join(t("、", ", ")) },
            { label: t("变化日期", "Changed on"), value: change.changedOn },
            {
              label: t("报告期限", "Due on"),
              value: (
                <>
                  {change.dueOn ?? "—"} <Clause id={change.clause} />
                </>
              ),
            },
            { label: t("情况说明", "Description"), value: change.description },
            change.absorbsId !== null && {
              label: t("并入的机构", "Takes in"),
              value: <Link to={`/institutions/${change.absorbsId}`}>{change.absorbsName}</Link>,
            },
            { label: t("报告", "Reported"), value: `${change.reportedByName} · ${instant(change.reportedAt)}` },
            { label: t("县区收到", "County received"), value: receipt(change.countyReceivedOn, change.countyReceivedByName) },
            { label: t("市级收到", "City received"), value: receipt(change.cityReceivedOn, change.cityReceivedByName) },
            change.reason !== null && {
              label: t("审核意见", "Examination"),
              value: [change.reason, change.examinedByName, change.documentNumber].filter(Boolean).join(" · "),
            },
            change.sanctionId !== null && {
              label: t("处理", "Its case"),
              value: <Link to={`/sanctions/${change.sanctionId}`}>{t("查看", "Open")}</Link>,
            },
          ]}
        />
      </section>
      {change.findings.length > 0 && (
        <section className="panel">
          <h2>{t("逐项审核", "Findings")}</h2>
          <Table<MajorChange["findings"][number]>
            size="small"
            rowKey="clause"
            pagination={false}
            dataSource={change.findings}
            columns={[
              { title: t("条款", "Clause"), render: (_, finding) => <Clause id={finding.clause} /> },
              { title: t("结论", "Finding"), render: (_, finding) => <Status value={finding.met ? "met" : "not-met"} /> },
              { title: t("说明", "Note"), render: (_, finding) => finding.note ?? "—" },
            ]}
          />
        </section>
      )}
    </Page>
  );
}
