import { Form, Input } from "antd";
import { boards, type DutyNaming } from "../api/boards";
import type { TaskDuty } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useText } from "../shell/text";

type NameDutyProps = { duty: TaskDuty; programme: string; task: string; year: number };

/** Gives a unit's part to a person, with a timetable (HB-29). */
export function NameDuty({ duty, programme, task, year }: NameDutyProps) {
  const { t } = useText();
  return (
    <ActionButton<Pick<DutyNaming, "person" | "personSubject" | "post" | "from" | "until">, TaskDuty>
      label={duty.person ? t("调整责任人和时间表", "Change person or timetable") : t("落实责任", "Name a person")}
      size="small"
      title={t(`落实责任人和时间表：${duty.label.zh}`, `Person and timetable: ${duty.label.en}`)}
      initial={{
        person: duty.person ?? undefined,
        personSubject: duty.personSubject ?? undefined,
        post: duty.post ?? undefined,
        from: duty.from ?? undefined,
        until: duty.until ?? duty.dueOn ?? undefined,
      }}
      fields={
        <>
          <Form.Item name="person" label={t("责任人", "Person")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="post" label={t("职务", "Post")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="personSubject"
            label={t("责任人账号（选填）", "The person's account, where there is one")}
            extra={t(
              "到期提醒发给该账号；不填的，发给责任单位所在地区的科技部门。账号见本人“岗位代理”页。",
              "Reminders go to it; without one, to the science bureau of the unit's district. A person finds it on the page of delegations.",
            )}
          >
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="from" label={t("开始日期", "From")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="until"
            label={t("完成期限（不晚于文件期限）", "Until (not after the document's deadline)")}
            rules={[{ required: true }]}
          >
            <DayInput />
          </Form.Item>
        </>
      }
      act={(values) =>
        boards.nameDuty(
          { ...values, personSubject: values.personSubject?.trim() || null, programme, task, unit: duty.unit, year },
          duty.version,
        )
      }
      done={t("已落实", "Named")}
    />
  );
}
