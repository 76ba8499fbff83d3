import { useQuery } from "@tanstack/react-query";
import { Alert, Select, Table } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { cycles, type Missing, type MissingList, type MissingRow } from "../api/cycles";
import { District } from "../places/District";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DocumentFields } from "../shared/DocumentFields";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { useFiscalYears } from "../shared/fiscalYears";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useReportSpans } from "../shared/reportSpans";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** Who has not reported for a span; without effect until two persons of the city recorded and confirmed it (EO-12). */
export function MissingPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const years = useFiscalYears();
  const [address, setAddress] = useSearchParams();
  const programme = address.get("programme") ?? programmes.options[0]?.value;
  const [year, round] = [address.get("year") ?? undefined, address.get("round") ?? undefined];
  const missing = useQuery({
    queryKey: ["missing-reports", programme, year, round],
    queryFn: () => cycles.missing({ programme, year, round }),
    enabled: !!programme,
  });
  const spans = useReportSpans(programme, year ?? (missing.data && String(missing.data.year)));
  const choose = (name: string, value: string) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      next.set(name, value);
      if (name === "programme") {
        next.delete("year");
        next.delete("round");
      }
      return next;
    });
  return (
    <Page
      title={t("未报送名单", "Missing reports")}
      lead={t(
        "超过报送期限仍未报送的报告；由一人登记、另一人确认后，才作为处理的依据。",
        "What was never handed in though its day has passed; a ground only once one person recorded and another confirmed it.",
      )}
    >
      <search className="filters no-print">
        <label htmlFor="missing-programme">
          <span>{t("项目", "Programme")}</span>
          <Select
            id="missing-programme"
            popupMatchSelectWidth={false}
            value={programme}
            options={programmes.options}
            onChange={(value) => choose("programme", value)}
          />
        </label>
        <label htmlFor="missing-year">
          <span>{t("年度", "Year")}</span>
          <Select
            id="missing-year"
            value={year ?? String(missing.data?.year ?? "")}
            options={years.options}
            onChange={(value) => choose("year", value)}
          />
        </label>
        <label htmlFor="missing-round">
          <span>{t("期次", "Span")}</span>
          <Select
            id="missing-round"
            value={round ?? String(missing.data?.round ?? "")}
            options={spans.options}
            onChange={(value) => choose("round", value)}
          />
        </label>
      </search>
      <Loaded query={missing}>{(value) => <Span key={`${value.programme}-${value.year}-${value.round}`} span={value} />}</Loaded>
    </Page>
  );
}

function Span({ span }: { span: Missing }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <>
      {span.consequence && (
        <Alert
          type="info"
          showIcon
          title={
            <>
              {t(
                `确认后，将就“${span.consequence.label.zh}”提出处理建议，由另一人决定。`,
                `Once confirmed, it is proposed what '${span.consequence.label.en}' brings about; another person decides.`,
              )}{" "}
              <Clause id={span.consequence.clause} />
            </>
          }
        />
      )}
      {span.lists.map((list) => (
        <Recorded key={list.id} list={list} />
      ))}
      <section className="panel">
        <h2>{t("现仍未报送", "Missing today")}</h2>
        <Table<MissingRow>
          size="middle"
          rowKey="reportId"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={span.missing}
          locale={{ emptyText: <Empty text={t("该期没有逾期未报送的报告", "No report of this span is missing")} /> }}
          rowSelection={
            city
              ? {
                  selectedRowKeys: chosen,
                  onChange: (keys) => setChosen(keys as string[]),
                  getCheckboxProps: (row) => ({ disabled: row.listed || row.extensionProposed }),
                }
              : undefined
          }
          columns={[
            {
              title: t("机构", "Institution"),
              render: (_, row) => <Link to={`/periodic-reports/${row.reportId}`}>{row.institutionName}</Link>,
            },
            { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
            { title: t("报送期限", "Due on"), dataIndex: "dueOn" },
            { title: t("逾期天数", "Days late"), dataIndex: "daysLate", className: "amount" },
            {
              title: t("延期", "Extension"),
              render: (_, row) => (row.extensionProposed ? t("有延期待确认", "Awaits confirmation") : "—"),
            },
            { title: t("名单", "List"), render: (_, row) => (row.listed ? t("已登记", "Recorded") : "—") },
          ]}
        />
        {city && span.missing.some((row) => !row.listed && !row.extensionProposed) && <Record span={span} chosen={chosen} />}
      </section>
    </>
  );
}

function Record({ span, chosen }: { span: Missing; chosen: string[] }) {
  const { t } = useText();
  const names = span.missing.filter((row) => chosen.includes(row.reportId)).map((row) => row.institutionName);
  return (
    <ActionButton<{ documentNumber: string; decidedOn: string }, MissingList>
      label={t("登记未报送名单", "Record as missing")}
      type="primary"
      disabled={chosen.length === 0}
      fields={
        <DocumentFields label={t("认定文号", "Document")} day={{ name: "decidedOn", label: t("认定日期", "Decided on") }} />
      }
      summary={({ documentNumber, decidedOn }) => [
        { label: t("机构", "Institutions"), value: names.join(t("、", ", ")) },
        { label: t("认定文号", "Document"), value: `${documentNumber} · ${decidedOn}` },
      ]}
      consequence={t(
        "由另一人确认后生效；确认前可以撤销。",
        "It takes effect once another person confirms it, and may be struck until then.",
      )}
      act={(decision, act) =>
        cycles.recordMissing({ programme: span.programme, year: span.year, round: span.round, ...decision, reports: chosen }, act)
      }
      done={t("已登记，待另一人确认", "Recorded; another person confirms it")}
    />
  );
}

function Recorded({ list }: { list: MissingList }) {
  const { t } = useText();
  const [city, leader] = [useHasRole("city-reviewer"), useHasRole("leader")];
  const names = list.reports.map((one) => one.institutionName).join(t("、", ", "));
  return (
    <section className="panel">
      <h2>
        {t("市级认定的名单", "The city's list")} <Status value={list.status} of="recorded-decision" />
      </h2>
      <Summary
        columns={2}
        facts={[
          { label: t("文号", "Document"), value: `${list.documentNumber} · ${list.decidedOn}` },
          { label: t("登记", "Recorded by"), value: `${list.recordedByName} · ${instant(list.recordedAt)}` },
          {
            label: t("确认", "Confirmed by"),
            value: list.confirmedByName && `${list.confirmedByName} · ${instant(list.confirmedAt)}`,
          },
        ]}
      />
      <ul>
        {list.reports.map((one) => (
          <li key={one.reportId}>
            <Link to={`/periodic-reports/${one.reportId}`}>{one.institutionName}</Link> · {t("期限", "due")} {one.dueOn}
            {one.handedInOn && t(`（${one.handedInOn} 补报）`, ` (handed in on ${one.handedInOn})`)}
          </li>
        ))}
      </ul>
      {list.status === "recorded" && (
        <>
          {(city || leader) && (
            <ActionButton<object, MissingList>
              label={t("确认名单", "Confirm the list")}
              type="primary"
              danger
              barred={list.own && t("由您登记，须由另一人确认", "You recorded it; another person confirms it")}
              version={list.version}
              summary={() => [{ label: t("机构", "Institutions"), value: names }]}
              consequence={t(
                "确认后不能撤销，也不能再延长名单所列报告的报送期限。",
                "It cannot be undone, and no deadline of these reports is extended afterwards.",
              )}
              act={(_, act) => cycles.confirmMissing(list.id, act)}
              done={t("已确认", "Confirmed")}
            />
          )}{" "}
          {city && (
            <ActionButton<object, MissingList>
              label={t("撤销登记", "Strike")}
              version={list.version}
              summary={() => [{ label: t("文号", "Document"), value: list.documentNumber }]}
              act={(_, act) => cycles.strikeMissing(list.id, act)}
              done={t("已撤销", "Struck")}
            />
          )}
        </>
      )}
    </section>
  );
}
