import { useQuery } from "@tanstack/react-query";
import { Form, Input, InputNumber, Radio, Table } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { recognition } from "../api/recognition";
import { registry } from "../api/registry";
import type { ApplicationSummary, Expert, Selection } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useCategories } from "../shared/useCategories";
import { useText } from "../shell/text";
import { trackName, tracks } from "./track";

const recommended = async () =>
  (await registry.applications({ status: "recommended", limit: "200" })).items.filter((one) => one.purpose === "recognition");
const enrolled = async () => (await recognition.experts({ limit: "200" })).items;

/** Takes recommended applications of one track into a selection and appoints its experts (ZS-01, ZS-15). */
export function OpenSelection() {
  const { t } = useText();
  const preset = useSearchParams()[0].get("pick");
  const [picked, setPicked] = useState<string[]>(preset ? [preset] : []);
  const [appointed, setAppointed] = useState<string[]>([]);
  const applications = useQuery({ queryKey: ["applications", "recommended"], queryFn: recommended });
  const experts = useQuery({ queryKey: ["experts", "all"], queryFn: enrolled });
  return (
    <Page
      title={t("组织评审", "Open a selection")}
      parent={{ to: "/selections", name: t("综合评审", "Selections") }}
      lead={
        <>
          {t(
            "勾选县区已推荐的认定申请和评审专家。一次评审只含一种认定方式。",
            "Tick recommended applications and the experts. One selection, one track.",
          )}{" "}
          <Clause id="ZS-15" />
        </>
      }
    >
      <Loaded query={applications}>
        {(rows) => (
          <Loaded query={experts}>
            {(people) => {
              const chosen = rows.filter((row) => picked.includes(row.id));
              return (
                <>
                  <Applications rows={rows} picked={picked} pick={setPicked} chosen={chosen[0]} />
                  <Experts rows={people} picked={appointed} pick={setAppointed} />
                  <div className="sticky-actions">
                    <span className="secondary">
                      {t(
                        `已选申报 ${chosen.length} 件、专家 ${appointed.length} 名`,
                        `${chosen.length} applications, ${appointed.length} experts`,
                      )}
                    </span>
                    <Open chosen={chosen} experts={people.filter((one) => appointed.includes(one.id))} />
                  </div>
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Picking<T> = { rows: T[]; picked: string[]; pick: (ids: string[]) => void };

function Applications({ rows, picked, pick, chosen }: Picking<ApplicationSummary> & { chosen: ApplicationSummary | undefined }) {
  const { t } = useText();
  const { name } = useProgrammes();
  return (
    <section className="panel" aria-label={t("认定申请", "Applications")}>
      <h2>{t("认定申请", "Applications")}</h2>
      <Table<ApplicationSummary>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: <Empty text={t("没有待评审的认定申请", "No recommended applications")} /> }}
        rowSelection={{
          selectedRowKeys: picked,
          onChange: (keys) => pick(keys.map(String)),
          getCheckboxProps: (row) => ({
            disabled: !!chosen && (row.programme !== chosen.programme || row.track !== chosen.track),
            "aria-label": row.title ?? row.id,
          }),
        }}
        columns={[
          { title: t("申报", "Application"), render: (_, row) => <Link to={`/applications/${row.id}`}>{row.title}</Link> },
          { title: t("实施主体", "Implementing body"), render: (_, row) => <code>{row.organisation}</code> },
          { title: t("认定方式", "Track"), render: (_, row) => t(trackName(row.track)) },
          { title: t("项目", "Programme"), render: (_, row) => name(row.programme) },
        ]}
      />
    </section>
  );
}

function Experts({ rows, picked, pick }: Picking<Expert>) {
  const { t } = useText();
  const categories = useCategories();
  return (
    <section className="panel" aria-label={t("评审专家", "Experts")}>
      <h2>{t("评审专家", "Experts")}</h2>
      <Table<Expert>
        size="small"
        rowKey="id"
        dataSource={rows}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: <Empty text={t("还没有专家登记", "No experts have enrolled")} /> }}
        rowSelection={{
          selectedRowKeys: picked,
          onChange: (keys) => pick(keys.map(String)),
          getCheckboxProps: (row) => ({ "aria-label": row.name }),
        }}
        columns={[
          { title: t("姓名", "Name"), dataIndex: "name" },
          { title: t("所在单位", "Works for"), render: (_, row) => row.organisationName ?? "—" },
          { title: t("熟悉领域", "Fields"), render: (_, row) => row.fields.map(categories.name).join(t("、", ", ")) || "—" },
        ]}
      />
    </section>
  );
}

type Opening = { title: string; track: string; places?: number };

function Open({ chosen, experts }: { chosen: ApplicationSummary[]; experts: Expert[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <ActionButton<Opening, Selection>
      label={t("组织评审", "Open the selection")}
      type="primary"
      disabled={chosen.length === 0 || experts.length === 0}
      initial={{ track: chosen[0]?.track ?? "directed" }}
      fields={<OpeningFields />}
      summary={({ title, track, places }) => [
        { label: t("评审名称", "Title"), value: title },
        { label: t("认定方式", "Track"), value: t(trackName(track)) },
        track === "merit" && { label: t("名额", "Places"), value: places },
        { label: t("申报", "Applications"), value: chosen.map((row) => row.title).join(t("、", ", ")) },
        { label: t("专家", "Experts"), value: experts.map((one) => one.name).join(t("、", ", ")) },
      ]}
      consequence={t(
        "专家所在单位参与的申报自动回避；回避后专家不足的，不予开始。",
        "Experts are recused where their organisation takes part; with too few left it is refused.",
      )}
      act={({ title, track, places }, act) =>
        recognition.openSelection(
          {
            programme: chosen[0]?.programme ?? "",
            track,
            title,
            places: track === "merit" ? places : undefined,
            applications: chosen.map(({ id, version }) => ({ id, version })),
            experts: experts.map(({ id }) => ({ expertId: id })),
          },
          act,
        )
      }
      done={t("评审已开始", "The selection is open")}
      onDone={(selection) => navigate(`/selections/${selection.id}`)}
    />
  );
}

function OpeningFields() {
  const { t } = useText();
  const track = Form.useWatch("track");
  return (
    <>
      <Form.Item name="title" label={t("评审名称", "Title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} placeholder={t("2026 年第一批认定评审", "First selection of 2026")} />
      </Form.Item>
      <Form.Item name="track" label={t("认定方式", "Track")} rules={[{ required: true }]}>
        <Radio.Group options={Object.entries(tracks).map(([value, name]) => ({ value, label: t(name) }))} />
      </Form.Item>
      {track === "merit" && (
        <Form.Item name="places" label={t("名额", "Places")} rules={[{ required: true }]}>
          <InputNumber min={1} max={100} precision={0} />
        </Form.Item>
      )}
    </>
  );
}
