import { Form, Radio, Select } from "antd";
import { Link, useNavigate } from "react-router";
import { boards } from "../api/boards";
import type { Bulletin, BulletinDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { useFiscalYears } from "../shared/fiscalYears";
import { NumberField } from "../shared/NumberField";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useReportSpans } from "../shared/reportSpans";
import { Status } from "../shared/Status";
import { statusText } from "../shared/statuses";
import { useHasRole } from "../shell/session";
import { type Text, useText } from "../shell/text";
import { said } from "./BulletinSheet";
import { ProposeCommendation } from "./ProposeCommendation";

const kinds: Record<Bulletin["kind"], Text> = {
  "league-table": { zh: "考核评比", en: "League table" },
  "missing-reports": { zh: "报告报送情况", en: "Missing reports" },
  monitoring: { zh: "运行监测", en: "Monitoring" },
  commendation: { zh: "通报表扬", en: "Commendation" },
};

/** Bulletins: drafts for the bureau, and the archive of what was issued (SD-07, EI-08). */
export function BulletinList() {
  const { t } = useText();
  const years = useFiscalYears();
  const programmes = useProgrammes();
  const city = useHasRole("city-reviewer");
  const bureau = useHasRole("city-reviewer", "leader", "auditor");
  return (
    <Page
      title={t("通报", "Bulletins")}
      lead={t(
        "由评比表、监测数据或未报送名单生成，经修改、由另一人审核后编号发布。",
        "Made of league tables, figures or missing reports; edited, issued by another person under a number.",
      )}
      actions={
        city &&
        !programmes.loading && (
          <>
            <ProposeCommendation />
            <DraftBulletin />
          </>
        )
      }
    >
      <FilterTable<Bulletin>
        of="bulletins"
        fetchPage={boards.bulletins}
        rowKey="id"
        emptyText={t("还没有通报", "No bulletin yet")}
        filters={[
          { name: "programme", label: t("项目", "Programme"), options: programmes.options },
          {
            name: "kind",
            label: t("类别", "Kind"),
            options: Object.entries(kinds).map(([value, name]) => ({ value, label: t(name) })),
          },
          { name: "year", label: t("编号年度", "Year of the number"), options: years.options },
          ...(bureau
            ? [
                {
                  name: "status",
                  label: t("状态", "Status"),
                  options: ["draft", "issued", "withdrawn"].map((value) => ({ value, label: t(statusText(value, "bulletin")) })),
                },
              ]
            : []),
        ]}
        columns={[
          { title: t("编号", "Number"), render: (_, row) => row.number ?? "—" },
          { title: t("标题", "Title"), render: (_, row) => <Link to={`/bulletins/${row.id}`}>{said(row.title, t)}</Link> },
          { title: t("类别", "Kind"), render: (_, row) => t(kinds[row.kind]) },
          { title: t("项目", "Programme"), render: (_, row) => programmes.name(row.programme) },
          {
            title: t("报告期", "Span"),
            render: (_, row) =>
              row.round === 0
                ? t(`${row.year} 年度`, `${row.year}`)
                : t(`${row.year} 年第 ${row.round} 期`, `${row.year}, no. ${row.round}`),
          },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="bulletin" /> },
          { title: t("发布日期", "Issued on"), render: (_, row) => row.issuedOn ?? "—" },
        ]}
      />
    </Page>
  );
}

type Values = { kind: "missing-reports" | "monitoring"; programme: string; year: number; round: number };

/** As many spans as the programme's pack has in the year. */
function RoundField() {
  const { t } = useText();
  const form = Form.useFormInstance<Values>();
  const [programme, year] = [Form.useWatch("programme", form), Form.useWatch("year", form)];
  const { options } = useReportSpans(programme, year ? String(year) : undefined);
  return (
    <Form.Item name="round" label={t("期次", "Span")} rules={[{ required: true }]}>
      <Select options={options.map(({ value, label }) => ({ value: Number(value), label }))} />
    </Form.Item>
  );
}

/** A bulletin of a span; that of a league table begins on the table's own page. */
function DraftBulletin() {
  const { t } = useText();
  const navigate = useNavigate();
  const programmes = useProgrammes();
  const { current } = useFiscalYears();
  return (
    <ActionButton<Values, BulletinDetail>
      label={t("生成通报", "Write a bulletin")}
      type="primary"
      initial={{ kind: "missing-reports", programme: programmes.options[0]?.value, year: current, round: 1 }}
      fields={
        <>
          <Form.Item name="kind" label={t("类别", "Kind")} rules={[{ required: true }]}>
            <Radio.Group
              options={(["missing-reports", "monitoring"] as const).map((value) => ({ value, label: t(kinds[value]) }))}
            />
          </Form.Item>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={programmes.options} />
          </Form.Item>
          <NumberField name="year" label={t("年度", "Year")} min={2000} max={current} />
          <RoundField />
        </>
      }
      act={(values, act) => boards.draftBulletin({ ...values, leagueTableId: null }, act)}
      done={t("已生成草稿", "The draft is written")}
      onDone={({ bulletin }) => navigate(`/bulletins/${bulletin.id}`)}
    />
  );
}
