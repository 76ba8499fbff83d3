import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useSearchParams } from "react-router";
import { readDashboard } from "../api/dashboard";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { Board } from "./Board";

/** What a bureau's leaders look at first; programme and year stand in the address. */
export function DashboardPage() {
  const { t } = useText();
  const programmes = useProgrammes();
  const [address, setAddress] = useSearchParams();
  const [programme, year] = [address.get("programme") ?? undefined, address.get("year") ?? undefined];
  const board = useQuery({
    queryKey: ["dashboard", programme, year],
    queryFn: () => readDashboard(programme, year),
    refetchInterval: 30_000,
  });
  const choose = (name: string, value: string | undefined) =>
    setAddress((now) => {
      const next = new URLSearchParams(now);
      value ? next.set(name, value) : next.delete(name);
      return next;
    });
  return (
    <Page
      title={t("领导看板", "Dashboard")}
      lead={t("资金、资格、时效和目标；点击数字查看名单。", "Money, standing, lateness and targets; each figure opens its list.")}
    >
      <search className="filters no-print">
        <label htmlFor="board-programme">
          <span>{t("项目", "Programme")}</span>
          <Select
            id="board-programme"
            allowClear
            placeholder={t("全部", "All")}
            popupMatchSelectWidth={false}
            value={programme}
            options={programmes.options}
            onChange={(value) => choose("programme", value)}
          />
        </label>
        <label htmlFor="board-year">
          <span>{t("年度", "Year")}</span>
          <Select
            id="board-year"
            value={year ?? String(board.data?.year ?? "")}
            options={(board.data?.years ?? []).map((one) => ({ value: String(one), label: String(one) }))}
            onChange={(value) => choose("year", value)}
          />
        </label>
      </search>
      <Loaded query={board}>{(value) => <Board board={value} />}</Loaded>
    </Page>
  );
}
