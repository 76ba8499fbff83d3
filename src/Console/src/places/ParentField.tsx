import { Form, Select } from "antd";
import type { PlaceKind } from "../api/people";
import { useText } from "../shell/text";
import { usePlaces } from "./usePlaces";

/** The district or zone that a park lies in; nothing else lies in anything. */
export function ParentField({ kind }: { kind?: PlaceKind }) {
  const { t } = useText();
  const chosen: PlaceKind | undefined = Form.useWatch("kind");
  const { runningDistricts } = usePlaces();
  if ((kind ?? chosen) !== "park") {
    return null;
  }
  return (
    <Form.Item name="parent" label={t("所在县区", "Lies in")} rules={[{ required: true }]}>
      <Select options={runningDistricts} showSearch={{ optionFilterProp: "label" }} />
    </Form.Item>
  );
}
