import { DatePicker } from "antd";
import dayjs from "dayjs";

type DayInputProps = { id?: string; value?: string | null; onChange?: (day: string | null) => void; disabled?: boolean };

/** A day as ISO text; what a picker keeps inside stays inside. */
export function DayInput({ id, value, onChange, disabled }: DayInputProps) {
  return (
    <DatePicker
      id={id}
      className="day-input"
      disabled={disabled}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format("YYYY-MM-DD") : null)}
    />
  );
}
