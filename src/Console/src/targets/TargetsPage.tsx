import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useSearchParams } from "react-router";
import { boards } from "../api/boards";
import { reporting } from "../api/reporting";
import type { Targets } from "../api/types";
import { usePlaces } from "../places/usePlaces";
import { DayInput } from "../shared/DayInput";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { perSeries } from "./perSeries";
import { stateOf, type TargetState, targetStates, yearsOf } from "./standing";
import { stateNames } from "./TargetBar";
import { TargetTable } from "./TargetTable";

/** What the document sets out to reach, year by year and district by district, and how far it has come (ZS-02, EO-01, EI-01, HB-01). */
export function TargetsPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const { districts } = usePlaces();
  const [address, setAddress] = useSearchParams();
  const programme = address.get("programme") ?? programmes.options[0]?.value;
  const query = { programme, on: address.get("on") ?? undefined, district: address.get("district") ?? undefined };
  const targets = useQuery({ queryKey: ["targets", query], queryFn: () => reporting.targets(query), enabled: !!programme });
  const choose = (name: string, value: string | null | undefined) =>
    setAddress((now) => {
      const next = new URLSearchParams(name === "programme" ? {} : now);
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  return (
    <Page
      title={t("建设目标", "Targets")}
      lead={t(
        "文件提出的目标、截至某日的实际值和预测；整改中的计入，建设中的不计入。“突破”“超过”不含本数，“达到”“以上”含本数。",
        "What the document sets out to reach, what was reached by a day, and a forecast; rectification counts, construction does not. “突破” and “超过” are to be exceeded, “达到” and “以上” are met by the number itself.",
      )}
      actions={(["xlsx", "csv"] as const).map((format) => (
        <Button key={format} icon={<DownloadOutlined />} href={boards.targetsAddress({ ...query, format })} download>
          {t(`导出 ${format}`, `Export ${format}`)}
        </Button>
      ))}
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
        <label htmlFor="targets-district">
          <span>{t("地区", "District")}</span>
          <Select
            id="targets-district"
            allowClear
            popupMatchSelectWidth={false}
            placeholder={t("全部", "All")}
            value={query.district}
            options={districts}
            onChange={(value) => choose("district", value)}
          />
        </label>
        <label htmlFor="targets-state">
          <span>{t("达成情况", "Where it stands")}</span>
          <Select
            id="targets-state"
            allowClear
            popupMatchSelectWidth={false}
            placeholder={t("全部", "All")}
            value={address.get("state") ?? undefined}
            options={targetStates.map((value) => ({ value: value as string, label: t(stateNames[value]) }))}
            onChange={(value) => choose("state", value)}
          />
        </label>
        <label htmlFor="targets-on">
          <span>{t("截至", "As of")}</span>
          <DayInput id="targets-on" value={query.on} onChange={(day) => choose("on", day)} />
        </label>
      </search>
      <Loaded query={targets}>{(value) => <Listed {...value} address={address} choose={choose} />}</Loaded>
    </Page>
  );
}

type ListedProps = Targets & { address: URLSearchParams; choose: (name: string, value: string | null | undefined) => void };

function Listed({ targets, programme, on, address, choose }: ListedProps) {
  const { t } = useText();
  const [state, chosen] = [address.get("state") as TargetState | null, address.get("target") ?? undefined];
  // Asked for by where it stands, each target of a series speaks for itself, as the dashboard counts them.
  const listed = state ? targets.filter((target) => stateOf(target, on) === state) : perSeries(targets, on, chosen);
  const { all, shown } = yearsOf(listed, Number(address.get("until")) || undefined);
  if (listed.length === 0) {
    return (
      <Empty
        text={
          targets.length === 0
            ? t("该项目没有提出量化目标", "This programme names no targets")
            : t("没有符合条件的目标", "No target fits")
        }
      />
    );
  }
  return (
    <>
      <div className="target-legend">
        <span className="secondary">
          {t(
            "粗体为实际值，* 为截至当日；点击指标查看图表和名单。",
            "Actuals are bold, * so far; open an indicator for its chart and its list.",
          )}
        </span>
        {all.length > shown.length && (
          <label htmlFor="targets-until" className="no-print">
            {t("年度至 ", "Years up to ")}
            <Select
              id="targets-until"
              size="small"
              value={String(shown.at(-1))}
              options={all.map((year) => ({ value: String(year), label: String(year) }))}
              onChange={(value) => choose("until", value)}
            />
          </label>
        )}
      </div>
      <TargetTable
        targets={listed}
        years={shown}
        programme={programme}
        on={on}
        chosen={chosen}
        choose={(name) => choose("target", name)}
      />
    </>
  );
}
