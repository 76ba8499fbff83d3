import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { boards } from "../api/boards";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { asksName, choicesOf, isExample } from "./commendation";

/** Whom a commendation names: for what stands in the records of a year, or for an example of its own (HB-30). */
export function CasesFields({ programme, year }: { programme: string | undefined; year: number | undefined }) {
  const { t } = useText();
  const known = useQuery({
    queryKey: ["commendable", programme, year],
    queryFn: () => boards.commendable(programme ?? "", year ?? 0),
    enabled: !!programme && !!year,
  });
  const choices = choicesOf(known.data?.items ?? [], t);
  return (
    <Form.List name="cases">
      {(rows, { add, remove }) => (
        <>
          <RefusalAlert error={known.error} />
          {rows.map((row) => (
            <fieldset key={row.key} className="bulletin-block">
              <legend>
                {t(`第 ${row.name + 1} 个`, `No. ${row.name + 1}`)}{" "}
                <Button
                  type="text"
                  size="small"
                  aria-label={t("移除", "Remove")}
                  icon={<MinusCircleOutlined />}
                  disabled={rows.length === 1}
                  onClick={() => remove(row.name)}
                />
              </legend>
              <Form.Item name={[row.name, "key"]} label={t("表扬事由", "Ground")} rules={[{ required: true }]}>
                <Select options={choices} loading={known.isFetching} popupMatchSelectWidth={false} />
              </Form.Item>
              <Form.Item
                name={[row.name, "name"]}
                dependencies={[["cases", row.name, "key"]]}
                rules={[
                  ({ getFieldValue }) => ({ required: asksName(getFieldValue(["cases", row.name, "key"])), whitespace: true }),
                ]}
                messageVariables={{ label: t("受表扬的单位或个人", "the unit or person") }}
                label={t("单位或个人（任务提前完成的可不填，按责任单位）", "Unit or person (of a duty its unit, where left out)")}
              >
                <Input maxLength={100} autoComplete="off" />
              </Form.Item>
              <Form.Item noStyle shouldUpdate>
                {({ getFieldValue }) =>
                  isExample(getFieldValue(["cases", row.name, "key"])) && (
                    <>
                      <Form.Item
                        name={[row.name, "title"]}
                        label={t("案例名称", "Title of the example")}
                        rules={[{ required: true, whitespace: true }]}
                      >
                        <Input maxLength={200} autoComplete="off" />
                      </Form.Item>
                      <Form.Item
                        name={[row.name, "titleEn"]}
                        label={t("案例名称（英文，可不填）", "Title in English (may be left out)")}
                      >
                        <Input maxLength={200} autoComplete="off" />
                      </Form.Item>
                    </>
                  )
                }
              </Form.Item>
              <Form.Item
                name={[row.name, "text"]}
                label={t("主要事迹", "What was achieved")}
                rules={[{ required: true, whitespace: true }]}
              >
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Form.Item>
              <Form.Item
                name={[row.name, "textEn"]}
                label={t("主要事迹（英文，可不填）", "What was achieved, in English (may be left out)")}
              >
                <Input.TextArea autoSize={{ minRows: 1 }} maxLength={2000} />
              </Form.Item>
            </fieldset>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} disabled={rows.length >= 50} onClick={() => add({ key: "case" })}>
            {t("增加一个", "Add one")}
          </Button>
        </>
      )}
    </Form.List>
  );
}
