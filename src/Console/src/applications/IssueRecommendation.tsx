import { useQuery } from "@tanstack/react-query";
import { Form, Input, Table } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { registry } from "../api/registry";
import type { ApplicationSummary, RecommendationList } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** What awaits the district, handed in at first or again. */
const waiting = async () => (await registry.applications({ status: "submitted,resubmitted", limit: "200" })).items;

type Document = { documentNumber: string; issuedOn: string };

/** Picks checked applications and issues the document that carries them to the city (ZS-14). */
export function IssueRecommendation() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const { name } = useProgrammes();
  const preset = useSearchParams()[0].get("pick");
  const [picked, setPicked] = useState<string[]>(preset ? [preset] : []);
  const applications = useQuery({ queryKey: ["applications", "waiting"], queryFn: waiting });
  return (
    <Page
      title={t("签发推荐名单", "Issue a recommendation list")}
      parent={{ to: "/recommendation-lists", name: t("推荐名单", "Recommendation lists") }}
      lead={t(
        "勾选审核通过的申报，填写文号后签发。一份名单只含一个项目。",
        "Tick what was checked, then issue it under a document number. One list, one programme.",
      )}
    >
      <Loaded query={applications}>
        {(rows) => {
          const chosen = rows.filter((row) => picked.includes(row.id));
          const programme = chosen[0]?.programme;
          return (
            <>
              <Table<ApplicationSummary>
                size="middle"
                rowKey="id"
                dataSource={rows}
                pagination={false}
                scroll={{ x: "max-content" }}
                locale={{ emptyText: <Empty text={t("没有待推荐的申报", "Nothing waits to be recommended")} /> }}
                rowSelection={{
                  selectedRowKeys: picked,
                  onChange: (keys) => setPicked(keys.map(String)),
                  getCheckboxProps: (row) => ({
                    disabled: !!programme && row.programme !== programme,
                    "aria-label": row.title ?? row.id,
                  }),
                }}
                columns={[
                  {
                    title: t("申报", "Application"),
                    render: (_, row) => <Link to={`/applications/${row.id}`}>{row.title}</Link>,
                  },
                  { title: t("实施主体", "Implementing body"), render: (_, row) => <code>{row.organisation}</code> },
                  { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
                  { title: t("提交日期", "Submitted"), dataIndex: "submittedOn" },
                  { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} /> },
                ]}
              />
              <div className="sticky-actions">
                <span className="secondary">{t(`已选 ${chosen.length} 件`, `${chosen.length} chosen`)}</span>
                <ActionButton<Document, RecommendationList>
                  label={t("签发名单", "Issue the list")}
                  type="primary"
                  disabled={chosen.length === 0}
                  initial={{ issuedOn: today }}
                  fields={
                    <>
                      <Form.Item name="documentNumber" label={t("名单文号", "Document number")} rules={[{ required: true }]}>
                        <Input placeholder={t("定科〔2026〕1号", "No. 1 of 2026")} />
                      </Form.Item>
                      <Form.Item name="issuedOn" label={t("签发日期", "Issued on")} rules={[{ required: true }]}>
                        <DayInput />
                      </Form.Item>
                    </>
                  }
                  summary={(values) => [
                    { label: t("文号", "Document"), value: values.documentNumber },
                    { label: t("签发日期", "Issued on"), value: values.issuedOn },
                    { label: t("列入申报", "Applications"), value: chosen.map((row) => row.title).join(t("、", ", ")) },
                  ]}
                  act={(values, act) =>
                    registry.recommend(
                      { ...values, programme: programme ?? "", applications: chosen.map(({ id, version }) => ({ id, version })) },
                      act,
                    )
                  }
                  done={t("名单已签发，送达市级", "Issued; the city has it now")}
                  onDone={() => navigate("/recommendation-lists")}
                />
              </div>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
