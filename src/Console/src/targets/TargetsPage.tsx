import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useSearchParams } from "react-router";
import { boards } from "../api/boards";
import { reporting } from "../api/reporting";
import { usePlaces } from "../places/usePlaces";
import { DayInput } from "../shared/DayInput";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { perSeries } from "./perSeries";
import { TargetPanel } from "./TargetPanel";

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
      const next = new URLSearchParams(now);
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
        <label htmlFor="targets-on">
          <span>{t("截至", "As of")}</span>
          <DayInput id="targets-on" value={query.on} onChange={(day) => choose("on", day)} />
        </label>
      </search>
      <Loaded query={targets}>
        {(value) =>
          value.targets.length === 0 ? (
            <Empty text={t("该项目没有提出量化目标", "This programme names no targets")} />
          ) : (
            perSeries(value.targets, value.on).map((target) => (
              <TargetPanel key={target.name} target={target} programme={value.programme} on={value.on} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
