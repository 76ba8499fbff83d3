import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio, Select, Table } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { recognition } from "../api/recognition";
import type { ApplicationSummary, Expert, Pack, Selection } from "../api/types";
import { recommendedFor } from "../applications/recommended";
import { useEnrolledExperts } from "../experts/useEnrolledExperts";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { NumberField } from "../shared/NumberField";
import { Page } from "../shared/Page";
import { usePack, useProgrammes } from "../shared/programmes";
import { StepClauses } from "../shared/StepClauses";
import { useCategories } from "../shared/useCategories";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { type Appointing, appointment, DrawFields } from "./AppointmentFields";
import { placesOn, Track, tracksOf } from "./track";

const recommended = () => recommendedFor("expert-review");

/** Takes recommended applications of one track into a selection and appoints its experts (ZS-01, ZS-15). */
export function OpenSelection() {
  const { t } = useText();
  const preset = useSearchParams()[0].get("pick");
  const [picked, setPicked] = useState<string[]>(preset ? [preset] : []);
  const [appointed, setAppointed] = useState<string[]>([]);
  const applications = useQuery({ queryKey: ["applications", "recommended"], queryFn: recommended });
  const experts = useEnrolledExperts();
  return (
    <Page
      title={t("组织评审", "Open a selection")}
      parent={{ to: "/selections", name: t("综合评审", "Selections") }}
      lead={
        <>
          {t(
            "勾选已推荐的申请；评审专家可以勾选指定，也可以在下一步随机抽取。一次评审只含一个项目、一种认定方式。",
            "Tick recommended applications; name experts here or have them drawn by lot. One programme and one track at a time.",
          )}{" "}
          <StepClauses kind="expert-review" />
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
          { title: t("认定方式", "Track"), render: (_, row) => <Track programme={row.programme} track={row.track} /> },
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

type Opening = Appointing & { title: string; track?: string; category?: string; places?: number };

function Open({ chosen, experts }: { chosen: ApplicationSummary[]; experts: Expert[] }) {
  const { t } = useText();
  const navigate = useNavigate();
  const pack = usePack(chosen[0]?.programme).data;
  const named = experts.map((one) => one.id);
  return (
    <ActionButton<Opening, Selection>
      label={t("组织评审", "Open the selection")}
      type="primary"
      disabled={chosen.length === 0 || !pack}
      initial={{ track: chosen[0]?.track ?? undefined }}
      fields={<OpeningFields pack={pack} named={named.length} />}
      summary={({ title, track, places, count }) => [
        { label: t("评审名称", "Title"), value: title },
        !!track && { label: t("认定方式", "Track"), value: <Track programme={chosen[0]?.programme} track={track} /> },
        !!places && { label: t("名额", "Places"), value: places },
        { label: t("申报", "Applications"), value: chosen.map((row) => row.title).join(t("、", ", ")) },
        named.length > 0 && { label: t("指定专家", "By name"), value: experts.map((one) => one.name).join(t("、", ", ")) },
        !!count && { label: t("随机抽取", "By lot"), value: t(`${count} 名`, `${count}`) },
      ]}
      consequence={t(
        "专家所在单位参与的申报自动回避，随机抽取不抽有利害关系的专家；回避后专家不足的，不予开始。",
        "Experts are recused where their organisation takes part, and not drawn; with too few left it is refused.",
      )}
      act={({ title, track, category, places, ...drawn }, act) =>
        recognition.openSelection(
          {
            programme: chosen[0]?.programme ?? "",
            track,
            category: category || undefined,
            title,
            places: places ?? undefined,
            applications: chosen.map(({ id, version }) => ({ id, version })),
            ...appointment({ ...drawn, named }),
          },
          act,
        )
      }
      done={t("评审已开始", "The selection is open")}
      onDone={(selection) => navigate(`/selections/${selection.id}`)}
    />
  );
}

function OpeningFields({ pack, named }: { pack: Pack | undefined; named: number }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const tracks = tracksOf(pack);
  const places = placesOn(pack, Form.useWatch("track"), today);
  return (
    <>
      <Form.Item name="title" label={t("评审名称", "Title")} rules={[{ required: true, whitespace: true }]}>
        <Input maxLength={100} placeholder={t("2026 年第一批认定评审", "First selection of 2026")} />
      </Form.Item>
      {tracks.length > 0 && (
        <Form.Item name="track" label={t("认定方式", "Track")} rules={[{ required: true }]}>
          <Radio.Group options={tracks.map(({ key, label }) => ({ value: key, label: t(label) }))} />
        </Form.Item>
      )}
      {(pack?.categories.length ?? 0) > 0 && (
        <Form.Item name="category" label={t("限定领域或类型", "Only this category")}>
          <Select
            allowClear
            placeholder={t("不限", "Any")}
            options={pack?.categories.map(({ key, label }) => ({ value: key, label: t(label) }))}
          />
        </Form.Item>
      )}
      {places !== "none" && (
        <NumberField
          name="places"
          label={t("名额", "Places")}
          min={1}
          max={100}
          optional={places === "optional"}
          placeholder={places === "optional" ? t("不限", "All that pass") : undefined}
        />
      )}
      {named === 0 && (
        <p className="secondary">{t("未勾选专家，请填写随机抽取人数。", "No expert is ticked: say how many to draw.")}</p>
      )}
      <DrawFields />
    </>
  );
}
