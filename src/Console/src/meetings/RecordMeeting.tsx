import { useQuery } from "@tanstack/react-query";
import { Alert, Checkbox, Form, Select } from "antd";
import { Link, useNavigate } from "react-router";
import { type Meeting, type MeetingRecord, meetings } from "../api/meetings";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { Loaded } from "../shared/Loaded";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Opens the minutes of a meeting: its number, its day, and which seats were taken (SD-03). */
export function RecordMeeting() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const { options } = useProgrammes();
  return (
    <ActionButton<MeetingRecord, Meeting>
      label={t("记录会议", "Record a meeting")}
      type="primary"
      disabled={options.length === 0}
      initial={{ programme: options[0]?.value, heldOn: today, present: [] }}
      fields={
        <>
          <Form.Item name="programme" label={t("项目", "Programme")} rules={[{ required: true }]}>
            <Select options={options} />
          </Form.Item>
          <DocumentFields
            label={t("纪要编号", "Number of the minutes")}
            day={{ name: "heldOn", label: t("会议日期", "Held on") }}
          />
          <Present />
        </>
      }
      act={(meeting, act) => meetings.record(meeting, act)}
      done={t("会议已记录", "Recorded")}
      onDone={(meeting) => navigate(`/meetings/${meeting.id}`)}
    />
  );
}

function Present() {
  const { t } = useText();
  const programme = Form.useWatch("programme") as string | undefined;
  const heldOn = Form.useWatch("heldOn") as string | undefined;
  const seats = useQuery({
    queryKey: ["seats", programme, heldOn],
    queryFn: () => meetings.seats(programme ?? "", heldOn),
    enabled: !!programme,
  });
  return (
    <Loaded query={seats}>
      {(all) =>
        all.length === 0 ? (
          <Alert type="info" title={t("该项目没有领导小组。", "This programme has no leading group.")} />
        ) : (
          <Form.Item
            name="present"
            label={t("到会席位", "Seats taken")}
            rules={[{ required: true }]}
            extra={
              <>
                {t("席位按职务设置，任职人以席位登记为准；无人任职的先到", "Seats are posts; who holds one says the register: ")}
                <Link to={`/registers/${programme}/leading-group`}>{t("席位登记", "seats")}</Link>
                {t("中登记。", ".")}
              </>
            }
          >
            <Checkbox.Group
              className="seat-choice"
              options={all.map((seat) => ({
                value: seat.seat,
                label: `${t(seat)} · ${seat.name ?? t("无人任职", "vacant")}`,
                disabled: seat.name === null,
              }))}
            />
          </Form.Item>
        )
      }
    </Loaded>
  );
}
