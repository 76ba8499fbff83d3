import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Select, Table } from "antd";
import { Link, useSearchParams } from "react-router";
import { type ParkCarriers, people } from "../api/people";
import { Clause } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { usePlaces } from "./usePlaces";

/** Per park: the carriers created in a period and those on the register at its end (EI-12); a park sees itself (EI-13). */
export function ParkCarrierList() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const programmes = useProgrammes();
  const places = usePlaces();
  const [address, setAddress] = useSearchParams();
  const query = {
    from: address.get("from") ?? `${today.slice(0, 4)}-01-01`,
    to: address.get("to") ?? today,
    programme: address.get("programme") ?? undefined,
  };
  const choose = (name: string, value: string | null | undefined) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  const carriers = useQuery({ queryKey: ["park-carriers", query], queryFn: () => people.carriers(query) });
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return (
    <Page
      title={t("园区载体", "Carriers by park")}
      lead={
        <>
          {t("考核期内新增的载体，供园区考核使用。", "The carriers created in a period, for the parks' appraisal.")}{" "}
          <Clause id="EI-12" />
        </>
      }
      actions={
        <Button icon={<DownloadOutlined />} href={people.carriersAddress(new URLSearchParams(given))} download>
          {t("导出", "Export")}
        </Button>
      }
    >
      <search className="filters no-print">
        <label htmlFor="carriers-programme">
          <span>{t("项目", "Programme")}</span>
          <Select
            id="carriers-programme"
            allowClear
            placeholder={t("全部", "All")}
            value={query.programme}
            options={programmes.options}
            popupMatchSelectWidth={false}
            onChange={(value) => choose("programme", value)}
          />
        </label>
        <label htmlFor="carriers-from">
          <span>{t("自", "From")}</span>
          <DayInput id="carriers-from" value={query.from} onChange={(day) => choose("from", day)} />
        </label>
        <label htmlFor="carriers-to">
          <span>{t("至", "To")}</span>
          <DayInput id="carriers-to" value={query.to} onChange={(day) => choose("to", day)} />
        </label>
      </search>
      <Loaded query={carriers}>
        {({ items }) => (
          <Table<ParkCarriers>
            size="middle"
            rowKey="park"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            columns={[
              {
                title: t("园区", "Park"),
                render: (_, row) => <Link to={`/institutions?park=${row.park}`}>{t(row.zh, row.en)}</Link>,
              },
              { title: t("所在县区", "Lies in"), render: (_, row) => places.name(row.district) },
              { title: t("新增载体", "Created"), dataIndex: "created", align: "right" },
              { title: t("期末在册", "On the register"), dataIndex: "standing", align: "right" },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
