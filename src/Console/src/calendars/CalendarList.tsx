import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { registry } from "../api/registry";
import type { WorkingDayCalendar } from "../api/types";
import { Clause } from "../shared/Clause";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { EnterCalendar } from "./EnterCalendar";

/** The working days by year: as the State Council published them, or a test calendar that says so (P-3). */
export function CalendarList() {
  const { t } = useText();
  const admin = useHasRole("admin");
  const calendars = useQuery({ queryKey: ["calendars"], queryFn: registry.calendars });
  return (
    <Page
      title={t("工作日历", "Working-day calendars")}
      lead={
        <>
          {t(
            "公示期按国务院办公厅公布的工作日计算；没有日历的年份一律不予推算。",
            "Notices run on the State Council's working days; a year without a calendar is never guessed.",
          )}{" "}
          <Clause id="P-3" />
        </>
      }
      actions={admin && <EnterCalendar />}
    >
      <Loaded query={calendars}>
        {({ items }) => (
          <Table<WorkingDayCalendar>
            size="middle"
            rowKey="hash"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items.toSorted((one, other) => other.year - one.year)}
            columns={[
              { title: t("年份", "Year"), dataIndex: "year" },
              {
                title: t("来源", "Source"),
                render: (_, calendar) => (
                  <>
                    {t(calendar.name)} {calendar.isTest && <Tag color="gold">{t("测试日历", "Test calendar")}</Tag>}
                  </>
                ),
              },
              {
                title: t("放假", "Days off"),
                render: (_, calendar) => (
                  <ul className="plain-list">
                    {calendar.holidays.map((one) => (
                      <li key={one.from}>
                        {t(one.label)} {one.from === one.to ? one.from : `${one.from} ~ ${one.to}`}
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                title: t("调休上班", "Worked in return"),
                render: (_, calendar) => calendar.makeUpDays.join(t("、", ", ")) || "—",
              },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}
