import { Table, Tag } from "antd";
import { Link } from "react-router";
import type { CountedBody, Target } from "../api/types";
import { District } from "../places/District";
import { Empty } from "../shared/Empty";
import { Money } from "../shared/Money";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { FigureHistory } from "./FigureHistory";
import { RecordFigure } from "./RecordFigure";
import { TargetChart } from "./TargetChart";

/** One target: its chart, where it is heading, and the list behind the figure. */
export function TargetDetail({ target, programme }: { target: Target; programme: string }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  return (
    <div className="target-detail">
      <p className="secondary">
        {target.counted
          ? t("由平台按在册机构计数", "Counted by the platform on the register")
          : t("由主管部门按年填报", "Recorded yearly by the bureau")}
        {" · "}
        {target.actual
          ? t(
              `实际 ${target.actual}${target.actualYear ? `（${target.actualYear} 年）` : ""}`,
              `actual ${target.actual}${target.actualYear ? ` (${target.actualYear})` : ""}`,
            )
          : t("尚未填报实际值", "no actual is recorded yet")}
        {target.registerLink && (
          <>
            {" · "}
            <Link to={target.registerLink}>{t("查看计入的登记册", "See the register behind it")}</Link>
          </>
        )}
      </p>
      <TargetChart target={target} />
      <Outlook target={target} />
      <Districts target={target} />
      {target.fields.length > 0 && (
        <div className="target-fields">
          {target.fields.map((field) => (
            <Tag key={field.key} color={field.covered ? "success" : "default"}>
              {t(field.label)} {field.bodies.length}
            </Tag>
          ))}
        </div>
      )}
      {target.counted && <Bodies bodies={target.bodies} fields={target.fields} />}
      <div className="page-actions no-print">
        {city && <RecordFigure programme={programme} target={target} />}
        <FigureHistory programme={programme} target={target} />
      </div>
    </div>
  );
}

function Outlook({ target }: { target: Target }) {
  const { t } = useText();
  const last = target.forecast?.points.at(-1);
  if (!target.forecast || !last) {
    return null;
  }
  const years = target.forecast.years.join(t("、", ", "));
  return (
    <p className="secondary">
      {t(
        `预测：按 ${years} 年实际值的直线趋势（最小二乘法），${last.year} 年为 ${last.value.text}，${target.forecast.reaches ? "可以达到" : "达不到"}目标。仅供参考。`,
        `Forecast: on the straight line (least squares) through ${years}, ${last.year} comes to ${last.value.text}, which ${target.forecast.reaches ? "reaches" : "does not reach"} the target. It is no more than that.`,
      )}
    </p>
  );
}

function Districts({ target }: { target: Target }) {
  const { t } = useText();
  if (target.districts.length === 0) {
    return null;
  }
  return (
    <ul className="target-districts">
      {target.districts.map((one) => (
        <li key={one.district}>
          <District code={one.district} />{" "}
          {one.actual.amountFen !== null && one.actual.amountFen !== undefined ? (
            <Money fen={one.actual.amountFen} />
          ) : (
            one.actual.text
          )}
          {one.year && t(`（${one.year} 年）`, ` (${one.year})`)}
        </li>
      ))}
    </ul>
  );
}

function Bodies({ bodies, fields }: { bodies: CountedBody[]; fields: Target["fields"] }) {
  const { t } = useText();
  const fieldOf = (key: string) => {
    const field = fields.find((one) => one.key === key);
    return field ? t(field.label) : key;
  };
  return (
    <details>
      <summary>{t(`计入的机构（${bodies.length}）`, `The bodies that count (${bodies.length})`)}</summary>
      <Table<CountedBody>
        size="small"
        rowKey="institutionId"
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
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
    </details>
  );
}
