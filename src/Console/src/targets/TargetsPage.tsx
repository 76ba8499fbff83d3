import { useQuery } from "@tanstack/react-query";
import { Select, Table, Tag } from "antd";
import { Link, useSearchParams } from "react-router";
import { reporting } from "../api/reporting";
import type { CountedBody, Target } from "../api/types";
import { District } from "../places/District";
import { Cited } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";
import { TargetBar } from "./TargetBar";

/** What the document sets out to reach, and how far it has come, with the list behind each figure (ZS-02). */
export function TargetsPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const [address, setAddress] = useSearchParams();
  const programme = address.get("programme") ?? programmes.options[0]?.value;
  const on = address.get("on") ?? undefined;
  const targets = useQuery({
    queryKey: ["targets", programme, on],
    queryFn: () => reporting.targets(programme ?? "", on),
    enabled: !!programme,
  });
  const choose = (name: string, value: string | null) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  return (
    <Page
      title={t("建设目标", "Targets")}
      lead={t(
        "文件提出的目标与截至某日的实际值；整改中的计入，建设中的不计入。",
        "What the document sets out to reach and what was reached by a day; rectification counts, construction does not.",
      )}
    >
      <search className="filters no-print">
        <label htmlFor="targets-programme">
          <span>{t("项目", "Programme")}</span>
          <Select
            id="targets-programme"
            popupMatchSelectWidth={false}
            value={programme}
            options={programmes.options}
            onChange={(value) => choose("programme", value)}
          />
        </label>
        <label htmlFor="targets-on">
          <span>{t("截至", "As of")}</span>
          <DayInput id="targets-on" value={on} onChange={(day) => choose("on", day)} />
        </label>
      </search>
      <Loaded query={targets}>
        {(value) =>
          value.targets.length === 0 ? (
            <Empty text={t("该项目没有提出量化目标", "This programme names no targets")} />
          ) : (
            value.targets.map((target) => <OneTarget key={target.name} target={target} on={value.on} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function OneTarget({ target, on }: { target: Target; on: string }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>
        {t(target.label)} <Cited citation={target.citation} />
        {target.met !== null && target.met !== undefined && (
          <Tag color={target.met ? "success" : on > target.by ? "error" : "processing"}>
            {target.met ? t("已达到", "Reached") : on > target.by ? t("未达到", "Not reached") : t("推进中", "Under way")}
          </Tag>
        )}
      </h2>
      <p className="secondary">
        {t(`目标 ${target.wanted}，到 ${target.by}`, `Wanted: ${target.wanted} by ${target.by}`)}
        {target.aim && t("（力争，非硬性）", " (an aim, not a duty)")}
      </p>
      <TargetBar target={target} />
      {target.fields.length > 0 && (
        <div className="target-fields">
          {target.fields.map((field) => (
            <Tag key={field.key} color={field.covered ? "success" : "default"}>
              {t(field.label)} {field.bodies.length}
            </Tag>
          ))}
        </div>
      )}
      <Bodies bodies={target.bodies} fields={target.fields} />
    </section>
  );
}

function Bodies({ bodies, fields }: { bodies: CountedBody[]; fields: Target["fields"] }) {
  const { t } = useText();
  const fieldOf = (key: string) => {
    const field = fields.find((one) => one.key === key);
    return field ? t(field.label) : key;
  };
  return (
    <Table<CountedBody>
      size="small"
      rowKey="institutionId"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={bodies}
      locale={{ emptyText: <Empty text={t("还没有计入的机构", "No body counts yet")} /> }}
      columns={[
        {
          title: t("机构", "Institution"),
          render: (_, row) => <Link to={`/institutions/${row.institutionId}`}>{row.institutionName}</Link>,
        },
        ...(fields.length > 0
          ? [{ title: t("重点领域", "Key field"), render: (_: unknown, row: CountedBody) => fieldOf(row.category) }]
          : []),
        { title: t("县区", "District"), render: (_, row) => <District code={row.district} /> },
        { title: t("认定日期", "Recognised on"), render: (_, row) => row.recognisedOn ?? "—" },
        { title: t("状态", "Standing"), render: (_, row) => <Status value={row.standing} of="standing" /> },
      ]}
    />
  );
}
