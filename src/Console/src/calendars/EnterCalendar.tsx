import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, type FormInstance, Input, Radio, Select } from "antd";
import { registry } from "../api/registry";
import type { WorkingDayCalendar } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { NumberField } from "../shared/NumberField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { type CalendarForm, calendarYaml } from "./calendarYaml";
import { festivals } from "./festivals";

/** Enters a year: from the State Council's notice, or as a test calendar named as such (P-3). */
export function EnterCalendar() {
  const { t } = useText();
  const year = Number(useBusinessDate().today.slice(0, 4)) + 1;
  const kindName = (kind: CalendarForm["kind"]) =>
    kind === "test" ? t("测试日历", "Test calendar") : t("国务院办公厅公布", "Published by the State Council");
  const festival = (zh: string) => t(festivals.find((one) => one.zh === zh) ?? { zh, en: zh });
  return (
    <ActionButton<CalendarForm, WorkingDayCalendar>
      label={t("录入日历", "Enter a calendar")}
      type="primary"
      initial={{
        year,
        kind: "test",
        holidays: usualHolidays(year),
        makeUpDays: [],
      }}
      fields={(form) => <Fields form={form} />}
      summary={(values) => [
        { label: t("年份", "Year"), value: values.year },
        { label: t("来源", "Source"), value: kindName(values.kind) },
        values.kind === "published" && { label: t("通知", "Notice"), value: `${values.notice?.number} ${values.notice?.title}` },
        {
          label: t("放假", "Days off"),
          value: (values.holidays ?? []).map((one) => `${festival(one.name)} ${one.from} ~ ${one.to}`).join(t("；", "; ")),
        },
        {
          label: t("调休上班", "Worked in return"),
          value: (values.makeUpDays ?? []).map((one) => one.day).join(t("、", ", ")) || "—",
        },
      ]}
      consequence={t(
        "测试日历在使用之处均标明“非国务院办公厅公布”；正式日历录入后取代同年测试日历。",
        "A test calendar is named as such wherever it is used; the published one of the year takes its place.",
      )}
      act={(values, act) => registry.enterCalendar(calendarYaml(values), act)}
      done={t("日历已录入", "The calendar is entered")}
    />
  );
}

const usualHolidays = (year: number) =>
  festivals.map(({ zh, from, to }) => ({ name: zh, from: `${year}-${from}`, to: `${year}-${to}` }));

function Fields({ form }: { form: FormInstance<CalendarForm> }) {
  const { t } = useText();
  const kind = Form.useWatch("kind", form);
  return (
    <>
      <NumberField
        name="year"
        label={t("年份", "Year")}
        min={2020}
        max={2100}
        onChange={(year) => year && form.setFieldsValue({ holidays: usualHolidays(year), makeUpDays: [] })}
      />
      <Form.Item name="kind" label={t("来源", "Source")} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: "test", label: t("测试日历（非国务院办公厅公布）", "Test calendar (not the State Council's)") },
            { value: "published", label: t("国务院办公厅公布", "Published by the State Council") },
          ]}
        />
      </Form.Item>
      {kind === "published" && <Notice />}
      <Days name="holidays" title={t("放假安排", "Days off")} days={["from", "to"]} />
      <Days name="makeUpDays" title={t("调休上班的周末", "Weekend days worked in return")} days={["day"]} />
    </>
  );
}

function Notice() {
  const { t } = useText();
  return (
    <>
      <Form.Item name={["notice", "number"]} label={t("通知文号", "Notice number")} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name={["notice", "title"]} label={t("通知标题", "Notice title")} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name={["notice", "date"]} label={t("通知日期", "Notice date")} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
    </>
  );
}

function Days({ name, title, days }: { name: string; title: string; days: string[] }) {
  const { t } = useText();
  const labels: Record<string, string> = { from: t("起", "From"), to: t("止", "To"), day: t("日期", "Day") };
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <fieldset className="list-input">
          <legend>{title}</legend>
          {rows.map((row) => (
            <div key={row.key} className="day-row">
              <Form.Item name={[row.name, "name"]} label={t("节日", "Festival")} rules={[{ required: true }]}>
                <Select options={festivals.map((one) => ({ value: one.zh, label: t(one) }))} />
              </Form.Item>
              {days.map((day) => (
                <Form.Item key={day} name={[row.name, day]} label={labels[day]} rules={[{ required: true }]}>
                  <DayInput />
                </Form.Item>
              ))}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t(`删除第 ${row.name + 1} 行`, `Remove row ${row.name + 1}`)}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            {t("再加一行", "Add a row")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
