import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import dayjs from "dayjs";
import { gateway } from "../api/gateway";
import { useText } from "./text";

const shanghaiDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });

/** The law's day. In development it can be moved, and then it says so: nobody shall take a demonstration for today. */
export function useBusinessDate(): { today: string; moved: boolean } {
  const clock = useQuery({ queryKey: ["clock"], queryFn: gateway.clock, refetchInterval: 30_000, retry: false });
  const wall = shanghaiDay.format(new Date());
  const today = clock.data?.today ?? clock.data?.now?.slice(0, 10) ?? wall;
  return { today, moved: clock.data !== undefined && today !== wall };
}

export function BusinessDate() {
  const { t, language } = useText();
  const { today, moved } = useBusinessDate();
  const day = dayjs(today);
  return (
    <div className="business-date" title={t("业务日期（北京时间）", "Business date (Beijing time)")}>
      <time dateTime={today}>{language === "zh" ? day.format("YYYY年M月D日 dddd") : day.format("ddd, D MMM YYYY")}</time>
      {moved && <Tag color="gold">{t("演示时钟", "Demo clock")}</Tag>}
    </div>
  );
}
